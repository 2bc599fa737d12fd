using System.Net.Http.Json;
using Linli.Cases;
using Linli.Cases.Intake;
using Linli.Cases.Learning;
using Linli.Cases.ReceiveCase;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Texts;
using Linli.Platform.Time;
using Linli.Testing;
using Linli.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Modules.Tests.Cases;

public abstract class OvertimeModelTests(string database)
{
    private static readonly DemoDistrict District = DemoDistrict.Create(IDemoSeeder.Seed, DateTimeOffset.UnixEpoch, 1);
    private static readonly CaseStory Story = District.Cases.First();

    [Fact]
    public async Task Who_may_urge_sees_the_risk_of_a_case_at_work_and_what_it_rests_on_and_nobody_else_does()
    {
        await using var app = await LinliApp.StartAsync(database);
        app.Services.GetRequiredService<IOptions<CasesOptions>>().Value.DispatchFrom = 0;
        var clerk = await app.ApiKeyAsync("990101", "cases.report", "cases.see");
        var director = await app.ApiKeyAsync("990101", "cases.see", "cases.urge");
        var filed = await FileAsync(clerk);
        Assert.Equal(CaseStatus.Dispatched, filed.Status);
        Assert.DoesNotContain("超期风险", await ReadAsync(director, filed.Id));   // nothing was learned yet

        await LearnAsync(app, filed.UnitId!.Value);
        var page = await ReadAsync(director, filed.Id);
        Assert.Matches(@"超期风险\s*\d+%", page);
        Assert.Matches(@"该单位(以往|同类) \d+ 件，超期 \d+ 件", page);
        Assert.DoesNotContain("超期风险", await ReadAsync(clerk, filed.Id));
    }

    [Fact]
    public async Task The_model_is_learned_from_closed_cases_and_from_files()
    {
        await using var app = await LinliApp.StartAsync(database, cases: 400);
        Assert.StartsWith("overtime-1 learned from ", await LearnVerbAsync(app));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "SUB_TYPE_ID\tDISPOSE_UNIT_ID\tOVERTIME_ARCHIVE_NUM\n1\t7\t1\n1\t8\t0\n", TestContext.Current.CancellationToken);
        Assert.StartsWith("overtime-2 learned from 2 rows", await LearnVerbAsync(app, "--from", file));
        await File.WriteAllTextAsync(file, "SUB_TYPE_ID\tDISPOSE_UNIT_ID\tOVERTIME_ARCHIVE_NUM\n1\t7\t1\n", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<UsageException>(() => LearnVerbAsync(app, "--from", file));
        File.Delete(file);
    }

    /// <summary>Teaches that the unit was late in three of four cases like the story, and another one never.</summary>
    private static async Task LearnAsync(LinliApp app, Guid unit)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var services = scope.ServiceProvider;
        var taxonomy = await services.GetRequiredService<TaxonomyCache>().GetAsync(default);
        var facts = FactsForDispatch.Of(Story.CategoryCode, Story.GridCode, "phone", DateTimeOffset.UtcNow.AddDays(-3), taxonomy, services.GetRequiredService<SiteTime>());
        var code = services.GetRequiredService<IUnits>().Find(unit)!.Code;
        await services.GetRequiredService<OvertimeLearning>().LearnAsync(
            [.. Enumerable.Range(0, 200).Select(i => new OvertimeCase(new(facts, i % 2 == 0 ? code : "another"), i % 2 == 0 && i % 8 != 0))], default);
    }

    private static async Task<ReceivedCase> FileAsync(HttpClient clerk)
    {
        var words = District.Categories.Single(c => c.Code == Story.CategoryCode).Name;
        var answer = await clerk.PostAsJsonAsync("/api/v1/cases", new { text = words, categoryCode = Story.CategoryCode, channel = "phone", longitude = Story.At.Lon, latitude = Story.At.Lat });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ReceivedCase>(Json.Readable))!;
    }

    private static async Task<string> ReadAsync(HttpClient reader, Guid id) => (await reader.PageAsync($"/desk/cases/{id}")).QuerySelector("main")!.TextContent;

    private static async Task<string> LearnVerbAsync(LinliApp app, params string[] words)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var output = new StringWriter();
        await scope.ServiceProvider.GetServices<IVerb>().Single(v => v.Name == "learn").RunAsync(new VerbCall(["--task", "overtime", .. words], output), default);
        return output.ToString();
    }
}

public sealed class OvertimeModelOnSqlite() : OvertimeModelTests("sqlite");

public sealed class OvertimeModelOnPostgres() : OvertimeModelTests("postgres");
