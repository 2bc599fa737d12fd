using System.Net.Http.Json;
using System.Text.Json;
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
using Linli.Platform.Data;
using Linli.Platform.Texts;
using Linli.Platform.Time;
using Linli.Testing;
using Linli.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Modules.Tests.Cases;

public abstract class DispatchModelTests(string database)
{
    private static readonly DemoDistrict District = DemoDistrict.Create(IDemoSeeder.Seed, DateTimeOffset.UnixEpoch, 1);
    private static readonly CaseStory Story = District.Cases.First();

    /// <summary>Words that leave no doubt about the category.</summary>
    private static readonly string Words = District.Categories.Single(c => c.Code == Story.CategoryCode).Name;

    [Fact]
    public async Task A_model_that_an_older_program_wrote_holds_up_no_report()
    {
        await using var app = await LinliApp.StartAsync(database);
        await using (var scope = app.Services.CreateSystemScope("test"))
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var now = TimeProvider.System.GetUtcNow();
            foreach (var task in (string[])[Classification.Task, PlaceLearning.Task, Routing.Task])
                db.Add(new LearnedModel { Id = Guid.CreateVersion7(now), Task = task, Number = 1, TrainedAt = now, Rows = 1, Content = "LNLI of long ago"u8.ToArray(), Active = true });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.NotEqual(Guid.Empty, (await FileAsync(await ClerkAsync(app))).Id);
    }

    [Fact]
    public async Task Where_the_list_is_silent_history_suggests_a_unit_and_says_why_but_sends_nothing_out()
    {
        await using var app = await LinliApp.StartAsync(database);
        app.Services.GetRequiredService<IOptions<CasesOptions>>().Value.DispatchFrom = 0;
        var clerk = await ClerkAsync(app);
        Assert.Equal(CaseStatus.Dispatched, (await FileAsync(clerk)).Status);   // the list sends out
        await SilenceTheListAsync(app);
        var units = await LearnAsync(app, 16, 3, 1);
        var filed = await FileAsync(clerk);
        Assert.Equal((CaseStatus.Received, units[0].Id), (filed.Status, filed.UnitId));

        var decision = await UnitDecisionAsync(clerk, filed.Id);
        Assert.Equal(("dispatch-1", units[0].Id.ToString()), (decision.GetProperty("source").GetString(), decision.GetProperty("chosen").GetString()));
        Assert.InRange(decision.GetProperty("probability").GetDouble(), 0.5, 0.999);
        Assert.Equal([.. units.Select(u => u.Id.ToString())], decision.GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("code").GetString()!));
        Assert.Equal(["SubTypeCommunityAndSource", "20", "16"], decision.GetProperty("choices")[0].GetProperty("evidence").EnumerateArray().Select(e => e.GetString()!));

        var page = (await clerk.PageAsync($"/desk/cases/{filed.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains($"职责清单没有规定；按以往办理情况建议{units[0].Name}", page);
        Assert.Contains("同类同社区同渠道 20 件，其中 16 件由其办理", page);
        Assert.Contains("按以往分拨学到的模型，第 1 版", page);
        Assert.Contains("of 20 cases of the same kind in the same community by the same channel, 16 went there", await InEnglishAsync(clerk, filed.Id));

        var form = await clerk.PageAsync($"/desk/cases/{filed.Id}/dispatch");
        Assert.Equal(units.Select(u => u.Name), form.QuerySelectorAll("optgroup[label=建议] option").Select(o => o.TextContent));
        Assert.Equal(units[0].Id.ToString(), form.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Where_history_is_divided_no_unit_is_filled_in_but_three_are_offered_first()
    {
        await using var app = await LinliApp.StartAsync(database);
        await SilenceTheListAsync(app);
        var units = await LearnAsync(app, 8, 7, 6);
        var clerk = await ClerkAsync(app);
        var filed = await FileAsync(clerk);
        Assert.Null(filed.UnitId);
        Assert.False((await UnitDecisionAsync(clerk, filed.Id)).TryGetProperty("chosen", out _));
        Assert.Contains($"以往最像由{units[0].Name}办理", (await clerk.PageAsync($"/desk/cases/{filed.Id}")).QuerySelector("main")!.TextContent);
        var form = await clerk.PageAsync($"/desk/cases/{filed.Id}/dispatch");
        Assert.Equal(units.Select(u => u.Name).Order(), form.QuerySelectorAll("optgroup[label=建议] option").Select(o => o.TextContent).Order());
        Assert.Null(form.QuerySelector("option[selected]:not([value=''])"));
    }

    [Fact]
    public async Task The_list_speaks_first_and_a_mended_place_asks_again()
    {
        await using var app = await LinliApp.StartAsync(database);
        var units = await LearnAsync(app, 16, 3, 1);
        var clerk = await ClerkAsync(app);
        var filed = await FileAsync(clerk);
        Assert.Equal("responsibility-list", (await UnitDecisionAsync(clerk, filed.Id)).GetProperty("source").GetString());
        await SilenceTheListAsync(app);
        var moved = await clerk.PostAsJsonAsync($"/api/v1/cases/{filed.Id}/relocate", new { version = 2, divisionCode = Story.GridCode }, TestContext.Current.CancellationToken);
        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var decision = await UnitDecisionAsync(clerk, filed.Id);
        Assert.Equal(("dispatch-1", units[0].Id.ToString()), (decision.GetProperty("source").GetString(), decision.GetProperty("chosen").GetString()));
    }

    [Fact]
    public async Task Models_are_learned_from_settled_cases_and_from_files()
    {
        await using var app = await LinliApp.StartAsync(database, cases: 400);
        var before = await ModelsAsync(app);
        Assert.StartsWith($"dispatch-{1 + before.Count(m => m == "dispatch")} learned from ", await LearnVerbAsync(app, "--task", "dispatch"));
        Assert.StartsWith($"category-{1 + before.Count(m => m == "category")} learned from ", await LearnVerbAsync(app, "--task", "category"));
        var unit = app.Services.GetRequiredService<IUnits>().All[0];
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"SUB_TYPE_ID\tDISPOSE_UNIT_ID\tCREATE_TIME\n{Story.CategoryCode}\t{unit.Code}\t2026-01-01 10:00:00\n{Story.CategoryCode}\tnobody-here\t\n", TestContext.Current.CancellationToken);
        Assert.Contains("learned from 1 rows", await LearnVerbAsync(app, "--task", "dispatch", "--from", file));
        await File.WriteAllTextAsync(file, $"SUB_TYPE_ID\tDISPOSE_UNIT_ID\n{Story.CategoryCode}\tnobody-here\n", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<UsageException>(() => LearnVerbAsync(app, "--task", "dispatch", "--from", file));
        File.Delete(file);
    }

    /// <summary>Teaches that three units settled cases like the story, so many each.</summary>
    private static async Task<IReadOnlyList<Unit>> LearnAsync(LinliApp app, params int[] settled)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var services = scope.ServiceProvider;
        var taxonomy = await services.GetRequiredService<TaxonomyCache>().GetAsync(default);
        var facts = FactsForDispatch.Of(Story.CategoryCode, Story.GridCode, "phone", DateTimeOffset.UtcNow.AddDays(-3), taxonomy, services.GetRequiredService<SiteTime>());
        var units = services.GetRequiredService<IUnits>().All.Take(3).ToList();
        await services.GetRequiredService<DispatchLearning>().LearnAsync([.. units.Zip(settled).SelectMany(u => Enumerable.Repeat(new DispatchedCase(facts, u.First.Code), u.Second))], default);
        return units;
    }

    private static async Task SilenceTheListAsync(LinliApp app)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        foreach (var entry in await db.Responsibilities.ToListAsync()) entry.ValidTo = entry.ValidFrom;
        await db.SaveChangesAsync();
        scope.ServiceProvider.GetRequiredService<TaxonomyCache>().Forget();
    }

    private static Task<HttpClient> ClerkAsync(LinliApp app) => app.ApiKeyAsync("990101", "cases.report", "cases.see", "cases.accept", "cases.classify", "cases.dispatch");

    private static async Task<ReceivedCase> FileAsync(HttpClient clerk)
    {
        var answer = await clerk.PostAsJsonAsync("/api/v1/cases", new { text = Words, categoryCode = Story.CategoryCode, channel = "phone", longitude = Story.At.Lon, latitude = Story.At.Lat });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var filed = (await answer.Content.ReadFromJsonAsync<ReceivedCase>(Json.Readable))!;
        if (filed.Status is CaseStatus.Received)
            (await clerk.PostAsJsonAsync($"/api/v1/cases/{filed.Id}/accept", new { version = 1 })).Dispose();
        return filed;
    }

    private static async Task<JsonElement> UnitDecisionAsync(HttpClient clerk, Guid id) =>
        (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}")).GetProperty("decisions").EnumerateArray().Last(d => d.GetProperty("kind").GetString() == "unit");

    private static async Task<string> InEnglishAsync(HttpClient clerk, Guid id)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/desk/cases/{id}");
        ask.Headers.Add("Accept-Language", "en");
        return await (await clerk.SendAsync(ask)).Content.ReadAsStringAsync();
    }

    private static async Task<List<string>> ModelsAsync(LinliApp app)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().LearnedModels.Select(m => m.Task).ToListAsync();
    }

    private static async Task<string> LearnVerbAsync(LinliApp app, params string[] words)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var output = new StringWriter();
        await scope.ServiceProvider.GetServices<IVerb>().Single(v => v.Name == "learn").RunAsync(new VerbCall(words, output), default);
        return output.ToString();
    }
}

public sealed class DispatchModelOnSqlite() : DispatchModelTests("sqlite");

public sealed class DispatchModelOnPostgres() : DispatchModelTests("postgres");
