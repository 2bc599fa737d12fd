using Linli.Platform.Audit;
using Linli.Platform.Access;
using Linli.Platform.Schema;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Schema;

public abstract class UpgradeTests(string kind)
{
    [Fact]
    public async Task Six_programs_that_start_together_apply_each_script_once()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var programs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Ground.BuildAsync(database, prepare: false)));
        var applied = await Task.WhenAll(programs.Select(p => Task.Run(() => p.InScopeAsync(scope => scope.GetRequiredService<SchemaUpgrade>().ApplyAsync()))));
        Assert.Equal(SchemaScript.For(kind, [new PlatformModule()]).Count, applied.Sum());
        foreach (var program in programs) await program.DisposeAsync();
    }

    [Fact]
    public async Task A_filled_older_database_is_brought_up_to_date_and_keeps_its_rows()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);
        await ground.WithDbAsync(async db =>
        {
            db.Audit(new SystemAccess("test"), "test.fill", "thing/1", TimeProvider.System.GetUtcNow());
            await db.SaveChangesAsync();
        });
        // As the database was before the jobs came.
        await ground.ExecuteAsync("DROP TABLE platform_job_run; DELETE FROM schema_history WHERE id = '2026-11-22_03_platform_jobs'");
        foreach (var table in Quartz) await ground.ExecuteAsync($"DROP TABLE platform_quartz_{table}");

        Assert.Equal(1, await ground.InScopeAsync(scope => scope.GetRequiredService<SchemaUpgrade>().ApplyAsync()));
        var state = await ground.InScopeAsync(scope => scope.GetRequiredService<SchemaUpgrade>().CheckAsync());
        Assert.Empty(state.Pending);
        Assert.Equal(1, await ground.WithDbAsync(db => db.Set<AuditEntry>().CountAsync()));
        if (kind == "sqlite") Assert.Single(Directory.GetFiles(Path.Combine(database.Folder, "backups"), "before-upgrade-*.db"));
    }

    [Theory]
    [InlineData("UPDATE schema_history SET sha256 = 'x' WHERE id = '2026-11-22_01_platform_ground'", "was changed")]
    [InlineData("INSERT INTO schema_history (id, sha256, applied_at) VALUES ('2099-01-01_01_platform_future', 'x', 'x')", "is unknown")]
    public async Task A_changed_or_unknown_script_refuses(string sql, string reason)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);
        await ground.ExecuteAsync(sql);
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => ground.InScopeAsync(scope => scope.GetRequiredService<SchemaUpgrade>().ApplyAsync()));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static readonly string[] Quartz =
    [
        "simple_triggers", "cron_triggers", "simprop_triggers", "blob_triggers", "triggers", "job_details", "calendars", "paused_trigger_grps",
        "paused_job_grps", "fired_triggers", "scheduler_state", "locks", "execution_history", "misfire_history", "job_status",
    ];
}

public sealed class UpgradeOnSqlite() : UpgradeTests("sqlite");

public sealed class UpgradeOnPostgres() : UpgradeTests("postgres");
