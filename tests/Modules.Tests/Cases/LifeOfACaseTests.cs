using Linli.Cases;
using Linli.Cases.AcceptCase;
using Linli.Cases.CloseCase;
using Linli.Cases.DispatchCase;
using Linli.Cases.HandleCase;
using Linli.Cases.ReceiveCase;
using Linli.Cases.VerifyCase;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class LifeOfACaseTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task A_report_is_classified_routed_and_carried_to_its_close()
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var services = scope.ServiceProvider;
        var received = await MustAsync(services.GetRequiredService<ReceiveCaseHandler>().HandleAsync(
            new() { Text = "小区门口的路灯不亮了，晚上走路看不见", Phone = "10020000001", Name = "张测试" }, default));
        Assert.Equal(CaseStatus.Received, received.Status);
        Assert.NotNull(received.DueAt);

        var units = services.GetRequiredService<Contracts.Grids.IUnits>();
        var unit = received.UnitId ?? units.All[0].Id;
        if (received.CategoryCode is null)
        {
            var taxonomy = await services.GetRequiredService<Linli.Cases.Taxonomy.TaxonomyCache>().GetAsync(default);
            await MustAsync(services.GetRequiredService<Linli.Cases.ReclassifyCase.ReclassifyCaseHandler>().HandleAsync(received.Id, new() { Version = 1, CategoryCode = taxonomy.Leaves[0].Code }, default));
        }
        var version = await VersionAsync(received.Id);
        var accepted = await MustAsync(services.GetRequiredService<AcceptCaseHandler>().HandleAsync(received.Id, new() { Version = version }, default));
        var dispatched = await MustAsync(services.GetRequiredService<DispatchCaseHandler>().HandleAsync(received.Id, new() { Version = accepted.Version, UnitId = unit }, default));
        Assert.Equal(CaseStatus.Dispatched, dispatched.Status);

        var stale = await services.GetRequiredService<DispatchCaseHandler>().HandleAsync(received.Id, new() { Version = accepted.Version, UnitId = unit }, default);
        Assert.Equal(Problem.Stale.Code, stale.Problem?.Code);

        var report = await services.GetRequiredService<AuditVerification>().RunAsync();
        Assert.Empty(report.Faults);
        Assert.True(report.Lines >= 3);
    }

    [Fact]
    public async Task A_case_without_a_category_is_not_dispatched_and_says_what_is_missing()
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var services = scope.ServiceProvider;
        var received = await MustAsync(services.GetRequiredService<ReceiveCaseHandler>().HandleAsync(new() { Text = "嗯嗯啊啊" }, default));
        Assert.Null(received.CategoryCode);
        var accepted = await MustAsync(services.GetRequiredService<AcceptCaseHandler>().HandleAsync(received.Id, new() { Version = await VersionAsync(received.Id) }, default));

        var dispatched = await services.GetRequiredService<DispatchCaseHandler>().HandleAsync(
            received.Id, new() { Version = accepted.Version, UnitId = services.GetRequiredService<Contracts.Grids.IUnits>().All[0].Id }, default);

        Assert.Equal(("cases.no-category-yet", 409), (dispatched.Problem?.Code, dispatched.Problem?.Status));
    }

    private async Task<int> VersionAsync(Guid id)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return (await scope.ServiceProvider.GetRequiredService<AppDb>().Cases.AsNoTracking().SingleAsync(c => c.Id == id)).Version;
    }

    private static async Task<T> MustAsync<T>(Task<Result<T>> pending)
    {
        var result = await pending;
        Assert.True(result.Succeeded(out var value, out var problem), problem?.Code);
        return value;
    }
}

public sealed class LifeOfACaseOnSqlite() : LifeOfACaseTests("sqlite");

public sealed class LifeOfACaseOnPostgres() : LifeOfACaseTests("postgres");
