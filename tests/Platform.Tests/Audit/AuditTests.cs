using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Audit;

public abstract class AuditTests(string kind)
{
    private const string Chain = "(SELECT id FROM platform_audit_chain WHERE length >= 3 LIMIT 1)";

    [Fact]
    public async Task An_untouched_log_is_whole_after_eight_writers_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WriteAsync(ground, 25)));
        var report = await VerifyAsync(ground);
        Assert.Equal(200, report.Lines);
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task A_log_that_is_being_written_is_whole_too()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync(ground, 60)));
        while (!writing.IsCompleted) Assert.Empty((await VerifyAsync(ground)).Faults);
        await writing;
    }

    [Theory]
    [InlineData("a changed line", "UPDATE platform_audit SET actor_name = 'nobody' WHERE position = 2 AND chain = " + Chain)]
    [InlineData("a changed time", "UPDATE platform_audit SET at = (SELECT at FROM platform_audit o WHERE o.chain = platform_audit.chain AND o.position = 1) WHERE position = 2 AND chain = " + Chain)]
    [InlineData("a removed line", "DELETE FROM platform_audit WHERE position = 2 AND chain = " + Chain)]
    [InlineData("a cut-off tail", "DELETE FROM platform_audit WHERE position >= 3 AND chain = " + Chain)]
    [InlineData("an added line", "INSERT INTO platform_audit SELECT chain, position + 1000, at, actor_kind, actor_id, actor_name, action, subject, division_code, details, hash FROM platform_audit WHERE position = 3 AND chain = " + Chain)]
    [InlineData("two lines swapped", """
        UPDATE platform_audit SET position = -1 WHERE position = 1 AND chain = (SELECT id FROM platform_audit_chain WHERE length >= 3 LIMIT 1);
        UPDATE platform_audit SET position = 1 WHERE position = 2 AND chain = (SELECT id FROM platform_audit_chain WHERE length >= 3 LIMIT 1);
        UPDATE platform_audit SET position = 2 WHERE position = -1;
        """)]
    [InlineData("a chain taken away", "DELETE FROM platform_audit WHERE chain = " + Chain + "; DELETE FROM platform_audit_chain WHERE length >= 3")]
    [InlineData("a tail cut off with its head set back", """
        UPDATE platform_audit_chain SET length = 2, hash = (SELECT hash FROM platform_audit a WHERE a.chain = platform_audit_chain.id AND a.position = 2) WHERE length >= 3;
        DELETE FROM platform_audit WHERE position >= 3;
        """)]
    public async Task Tampering_is_found(string what, string sql)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);
        await WriteAsync(ground, 5, inOneSave: true);
        await ground.ExecuteAsync(kind == "sqlite"
            ? "DROP TRIGGER platform_audit_no_update; DROP TRIGGER platform_audit_no_delete"
            : "DROP TRIGGER platform_audit_append_only ON platform_audit");
        await ground.ExecuteAsync(sql);
        Assert.True((await VerifyAsync(ground)).Faults.Count > 0, what + " was not found");
    }

    [Theory]
    [InlineData("UPDATE platform_audit SET actor_name = 'nobody'")]
    [InlineData("DELETE FROM platform_audit")]
    public async Task The_database_itself_refuses_to_change_the_log(string sql)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database);
        await WriteAsync(ground, 1);
        await Assert.ThrowsAnyAsync<Exception>(() => ground.ExecuteAsync(sql));
    }

    private static async Task WriteAsync(Ground ground, int lines, bool inOneSave = false)
    {
        for (var i = 0; i < (inOneSave ? 1 : lines); i++)
            await ground.WithDbAsync(async db =>
            {
                for (var line = 0; line < (inOneSave ? lines : 1); line++)
                    db.Audit(new SystemAccess("test"), "test.write", $"thing/{line}", TimeProvider.System.GetUtcNow(), "990101", new { line });
                await db.SaveChangesAsync();
            });
    }

    private static Task<AuditReport> VerifyAsync(Ground ground) => ground.InScopeAsync(scope => scope.GetRequiredService<AuditVerification>().RunAsync());
}

public sealed class AuditOnSqlite() : AuditTests("sqlite");

public sealed class AuditOnPostgres() : AuditTests("postgres");
