using Linli.Cases.Channels;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.EditChannels;

/// <summary>Gives a channel a new key; the former one works no more.</summary>
internal sealed record RenewChannelKey : ICommand
{
    /// <summary>The version that the caller saw.</summary>
    public int Version { get; set; }
}

/// <summary>The key of a channel, shown this once.</summary>
/// <param name="Key">What its messages send as <c>Authorization: Bearer …</c></param>
/// <param name="Version">Version of the channel now.</param>
internal sealed record NewChannelKey(string Key, int Version);

internal sealed class RenewChannelKeyHandler(AppDb db, IAccess access, ChannelCache cache, TimeProvider clock)
{
    /// <summary>What every key of a channel begins with, so that a leaked one is recognised.</summary>
    public const string Mark = "llc_";
    private const int ShownLength = 8;

    public async Task<Result<NewChannelKey>> HandleAsync(string code, RenewChannelKey command, CancellationToken ct)
    {
        if (await db.Channels.SingleOrDefaultAsync(c => c.Code == code, ct) is not { } channel) return Problem.NotFound;
        if (channel.Version != command.Version) return Problem.Stale;
        var key = Mark + Tokens.New();
        (channel.KeyHash, channel.KeyShown) = (Tokens.Hash(key), key[..ShownLength]);
        channel.Version++;
        db.Audit(access, "cases.renew-channel-key", channel.Subject, clock.GetUtcNow(), details: new { channel.KeyShown });
        db.AfterCommit(cache.Forget);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
        return new NewChannelKey(key, channel.Version);
    }
}
