using Linli.Cases.ReceiveCase;
using Linli.Identity;
using Linli.Identity.Residents;
using Linli.Identity.SecondFactor;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Messages;
using Linli.Platform.Secrets;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests;

/// <summary>A new key for everything that is encrypted, on a database of its own.</summary>
public abstract class KeyringTests(string database) : IAsyncLifetime
{
    private const string Phone = "10020000077";
    private LinliApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await LinliApp.StartAsync(database);
        await FillAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task After_a_rotation_everything_is_under_the_new_key_and_readable_and_a_second_run_does_nothing()
    {
        var (before, filled) = (await SealedAsync(), await ReadAsync());
        Assert.All(before.GroupBy(value => value.Column), column => Assert.NotEmpty(column));
        Assert.Equal(21, before.Select(value => value.Column).Distinct().Count());
        var former = CurrentKey;

        Assert.Equal(0, await RunAsync("rotate"));
        Assert.NotEqual(former, CurrentKey);
        Assert.All(await SealedAsync(), value => Assert.Equal(CurrentKey, value.Key));
        Assert.Equal(filled, await ReadAsync());
        await using (var other = app.Beside()) Assert.Equal(filled, await ReadAsync(other.Services));

        var (lines, current) = (await LinesAsync(), CurrentKey);
        Assert.Contains("platform.rotate-key", lines);
        Assert.True(lines.Count(line => line == "platform.reencrypt") >= 21);   // each column in one turn, or in several where it has many values
        Assert.Equal(0, await RunAsync("reencrypt"));
        Assert.Equal((lines.Count, current), ((await LinesAsync()).Count, CurrentKey));
        await using var scope = app.Services.CreateSystemScope("test");
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<AuditVerification>().RunAsync()).Faults);
    }

    [Fact]
    public async Task An_interrupted_run_leaves_everything_readable_and_goes_on_where_it_was()
    {
        var filled = await ReadAsync();
        app.Services.GetRequiredService<KeyRing>().Rotate();
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReencryptAsync(_ => cut.Cancel(), cut.Token));
        Assert.Single(await SealedAsync(), value => value.Key == CurrentKey);
        Assert.Equal(filled, await ReadAsync());

        var all = (await SealedAsync()).Count;
        Assert.Equal(all - 1, await ReencryptAsync(_ => { }, default));
        Assert.All(await SealedAsync(), value => Assert.Equal(CurrentKey, value.Key));
        Assert.Equal(filled, await ReadAsync());
    }

    private uint CurrentKey => app.Services.GetRequiredService<KeyRing>().CurrentKeyId;

    private async Task<int> ReencryptAsync(Action<int> told, CancellationToken ct)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var services = scope.ServiceProvider;
        var small = new Reencryption(services.GetRequiredService<AppDb>(), services.GetRequiredService<FieldCipher>(), services.GetRequiredService<KeyRing>(), services.GetRequiredService<IAccess>(), TimeProvider.System) { BatchSize = 1 };
        return await small.RunAsync((_, values) => told(values), ct);
    }

    private async Task<int> RunAsync(string what)
    {
        await using var scope = app.Services.CreateSystemScope("keyring");
        return await scope.ServiceProvider.GetServices<IVerb>().Single(verb => verb.Name == "keyring").RunAsync(new VerbCall([what], TextWriter.Null), default);
    }

    /// <summary>Two cases with their reporter, a code on its way and its message, a resident and a second factor.</summary>
    private async Task FillAsync()
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var services = scope.ServiceProvider;
        for (var i = 0; i < 2; i++) await services.GetRequiredService<ReceiveCaseHandler>().HandleAsync(new() { Text = "换钥匙前的诉求", Phone = Phone, Email = "key@example.cn", Name = "张换钥" }, default);
        using var browser = app.Stranger();
        await browser.SubmitAsync("/me/sign-in", new() { ["Form.Phone"] = Phone });
        var db = services.GetRequiredService<AppDb>();
        var directory = services.GetRequiredService<ResidentDirectory>();
        await directory.EnsureAsync(await db.PhoneCodes.AsNoTracking().FirstAsync(), TimeProvider.System.GetUtcNow(), default);
        await services.GetRequiredService<SecondFactors>().SetAsync(await db.Accounts.OrderBy(a => a.UserName).FirstAsync(), "12345678901234567890"u8.ToArray(), 0, default);
        await db.SaveChangesAsync();
    }

    /// <summary>What the program makes of it: by its own ways, fingerprints among them.</summary>
    private Task<List<string?>> ReadAsync() => ReadAsync(app.Services);

    private static async Task<List<string?>> ReadAsync(IServiceProvider node)
    {
        await using var scope = node.CreateSystemScope("test");
        var services = scope.ServiceProvider;
        var (db, cipher) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<FieldCipher>());
        var read = new List<string?>();
        var fingerprint = cipher.Fingerprint(Phone, Linli.Cases.Reporter.PhonePurpose);
        foreach (var reporter in await db.Set<Linli.Cases.Reporter>().AsNoTracking().Where(r => r.PhoneFingerprint == fingerprint).ToListAsync())
            read.AddRange([cipher.Unprotect(reporter.Name!, Linli.Cases.Reporter.NamePurpose), cipher.Unprotect(reporter.Phone!, Linli.Cases.Reporter.PhonePurpose), cipher.Unprotect(reporter.Email!, Linli.Cases.Reporter.EmailPurpose)]);
        var resident = await db.Residents.AsNoTracking().SingleAsync();
        read.Add(await services.GetRequiredService<ResidentDirectory>().PhoneAsync(resident.Id, default));
        read.AddRange((await services.GetRequiredService<MessageOutbox>().LatestAsync(10, default)).SelectMany(sent => new[] { sent.Message.To, sent.Message.Text }));
        read.Add(cipher.Unprotect((await db.Accounts.AsNoTracking().SingleAsync(a => a.TotpSecret != null)).TotpSecret!, SecondFactors.Secret));
        read.Add(cipher.Unprotect((await db.PhoneCodes.AsNoTracking().SingleAsync()).Phone, ResidentDirectory.Phone));
        return read;
    }

    /// <summary>All encrypted values with the key each is under.</summary>
    private async Task<List<(string Column, uint Key)>> SealedAsync()
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var found = new List<(string, uint)>();
        foreach (var column in db.EncryptedColumnsOf())
        {
            var select = $"SELECT {column.Column} AS \"Value\" FROM {column.Table} WHERE {column.Column} IS NOT NULL";
            foreach (var value in await db.Database.SqlQueryRaw<byte[]>(select).ToListAsync())
                found.Add(($"{column.Table}.{column.Column}", System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(value.AsSpan(1))));
        }
        return found;
    }

    private async Task<List<string>> LinesAsync()
    {
        await using var scope = app.Services.CreateSystemScope("test");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<AuditEntry>().Select(a => a.Action).ToListAsync();
    }
}

public sealed class KeyringOnSqlite() : KeyringTests("sqlite");

public sealed class KeyringOnPostgres() : KeyringTests("postgres");
