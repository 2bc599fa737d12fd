using Linli.Cases;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class SentBackTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_case_that_fails_its_verification_is_the_units_again_and_both_turns_are_kept()
    {
        var filed = await FileAsync();
        var (clerk, unit) = (await ClerkAsync(), filed.UnitId!.Value);
        var handler = await HandlerOfAsync(unit);
        var verifier = await App.SignInAsync(App.DemoUser(DemoRole.GridWorker, filed.DivisionCode[..12]));
        var accepted = await DoAsync(clerk, filed.Id, "accept", new { version = 1 });
        var dispatched = await DoAsync(clerk, filed.Id, "dispatch", new { version = accepted.Version, unitId = unit });
        var handled = await DoAsync(handler, filed.Id, "handle", new { version = dispatched.Version, remark = "已修好" });
        var back = await DoAsync(verifier, filed.Id, "verify", new { version = handled.Version, passed = false, remark = "还是不亮" });
        Assert.Equal(CaseStatus.Dispatched, back.Status);
        Assert.Equal([(unit, AssignmentOutcome.Handled), (unit, null)], await LeadsAsync(filed.Id));

        var again = await DoAsync(handler, filed.Id, "handle", new { version = back.Version, remark = "换了灯泡" });
        await DoAsync(verifier, filed.Id, "verify", new { version = again.Version, passed = true });
        Assert.Equal([(unit, AssignmentOutcome.Handled), (unit, AssignmentOutcome.Handled)], await LeadsAsync(filed.Id));
    }

    private async Task<List<(Guid, AssignmentOutcome?)>> LeadsAsync(Guid id)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return [.. (await scope.ServiceProvider.GetRequiredService<AppDb>().Assignments.AsNoTracking().Where(a => a.CaseId == id).OrderBy(a => a.AssignedAt).ToListAsync()).Select(a => (a.UnitId, a.Outcome))];
    }
}

public sealed class SentBackOnSqlite() : SentBackTests("sqlite");

public sealed class SentBackOnPostgres() : SentBackTests("postgres");
