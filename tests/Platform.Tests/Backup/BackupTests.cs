using System.Text;
using Linli.Platform.Audit;
using Linli.Platform.CommandLine;
using Linli.Platform.Access;
using Linli.Platform.Files;
using Linli.Platform.Secrets;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Backup;

public abstract class BackupTests(string kind)
{
    [Fact]
    public async Task What_was_backed_up_is_there_again_in_an_empty_place()
    {
        await using var from = await TestDatabase.CreateAsync(kind);
        await using var to = await TestDatabase.CreateAsync(kind);
        using var folder = new Folder();
        var (hash, secret) = await FillAsync(from);
        await RunAsync(from, "backup", folder["copy.tar.gz"]);
        await RunAsync(to, "restore", folder["copy.tar.gz"]);

        await using var restored = await Ground.BuildAsync(to);
        Assert.Equal("某人", restored.Services.GetRequiredService<FieldCipher>().Unprotect(secret, "test"));
        Assert.NotNull(restored.Services.GetRequiredService<FileStore>().Open(hash));
        var report = await restored.InScopeAsync(scope => scope.GetRequiredService<AuditVerification>().RunAsync());
        Assert.Equal(1, report.Lines);
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task A_place_with_data_is_replaced_only_by_force()
    {
        await using var from = await TestDatabase.CreateAsync(kind);
        await using var to = await TestDatabase.CreateAsync(kind);
        using var folder = new Folder();
        await FillAsync(from);
        await FillAsync(to);
        await FillAsync(to);
        await RunAsync(from, "backup", folder["copy.tar.gz"]);
        await Assert.ThrowsAsync<UsageException>(() => RunAsync(to, "restore", folder["copy.tar.gz"]));
        await RunAsync(to, "restore", folder["copy.tar.gz"], "--force");
        await using var restored = await Ground.BuildAsync(to);
        Assert.Equal(1, await restored.WithDbAsync(db => db.Set<AuditEntry>().CountAsync()));
    }

    private static async Task<(string Hash, byte[] Secret)> FillAsync(TestDatabase database)
    {
        await using var ground = await Ground.BuildAsync(database);
        await ground.WithDbAsync(async db =>
        {
            db.Audit(new SystemAccess("test"), "test.fill", "thing/1", TimeProvider.System.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var stored = await ground.Services.GetRequiredService<FileStore>().Save(new MemoryStream(Encoding.UTF8.GetBytes("路灯不亮")), new(), default);
        return (stored.File!.Hash, ground.Services.GetRequiredService<FieldCipher>().Protect("某人", "test"));
    }

    private static async Task RunAsync(TestDatabase database, string verb, params string[] words)
    {
        await using var ground = await Ground.BuildAsync(database, prepare: false);
        await ground.InScopeAsync(scope => scope.GetServices<IVerb>().Single(v => v.Name == verb).RunAsync(new VerbCall(words, TextWriter.Null), default));
    }
}

public sealed class BackupOnSqlite() : BackupTests("sqlite");

public sealed class BackupOnPostgres() : BackupTests("postgres");
