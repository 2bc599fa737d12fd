using System.Globalization;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;

namespace Linli.Platform.Secrets;

/// <summary><c>keyring rotate</c>, <c>keyring reencrypt</c></summary>
internal sealed class KeyringVerb(KeyRing ring, Reencryption reencryption, AppDb db, IAccess access, TimeProvider clock) : IVerb
{
    public string Name => "keyring";
    public string Usage => """
        keyring rotate      adds a new current key and encrypts everything anew with it; former keys stay for what was written before
        keyring reencrypt   encrypts anew what a former key holds: goes on after an interruption, or after Current was changed in the configuration
        """;

    public async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        if (call.Words is not ["rotate" or "reencrypt"]) throw new UsageException(Usage);
        if (call.Words is ["rotate"]) await RotateAsync(ct);
        var done = await reencryption.RunAsync((column, values) => call.Output.WriteLine($"{column}: {values}"), ct);
        await call.Output.WriteLineAsync($"{done} values encrypted anew; all are under key {KeyId}.");
        return 0;
    }

    private string KeyId => ring.CurrentKeyId.ToString("x8", CultureInfo.InvariantCulture);

    private async Task RotateAsync(CancellationToken ct)
    {
        var former = KeyId;
        try
        {
            ring.Rotate();
        }
        catch (InvalidOperationException configured)
        {
            throw new UsageException(configured.Message + " Then: linli keyring reencrypt");
        }
        db.Audit(access, "platform.rotate-key", "keyring", clock.GetUtcNow(), details: new { from = former, to = KeyId });
        await db.SaveChangesAsync(ct);
    }
}
