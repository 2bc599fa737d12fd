using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.Intake;
using Linli.Cases.Learning;
using Linli.Cases.ReceiveCase;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Texts;
using Linli.Testing;
using Linli.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class PlaceModelTests(string database)
{
    private const string District = "990101";

    [Fact]
    public async Task A_report_whose_place_is_only_named_goes_where_earlier_cases_of_that_name_were_and_says_why()
    {
        await using var app = await LinliApp.StartAsync(database);
        var clerk = await ClerkAsync(app);
        var unknown = await FileAsync(clerk, "老槐树 东边空地");
        Assert.Equal((District, "unknown", null), await DecidedAsync(app, unknown));

        var (there, elsewhere) = TwoGrids(app);
        await LearnAsync(app, ("老槐树东边空地", there, 7), ("老槐树东边空地", elsewhere, 1));
        var filed = await FileAsync(clerk, "老槐树（东边空地）");
        Assert.Equal((there, "place-1", there), await DecidedAsync(app, filed));
        var choices = (await PlaceDecisionAsync(clerk, filed)).GetProperty("choices");
        Assert.Equal([there, elsewhere], choices.EnumerateArray().Select(c => c.GetProperty("code").GetString()!));
        Assert.Equal(7 / 9.0, choices[0].GetProperty("probability").GetDouble(), 3);
        var page = (await clerk.PageAsync($"/desk/cases/{filed.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("以往 8 件写作“老槐树（东边空地）”的诉求，7 件在这里", page, StringComparison.Ordinal);
        Assert.Contains("按以往诉求的地点学到的模型，第 1 版", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_sure_enough_waits_for_a_clerk_who_sees_the_likeliest_and_whose_word_teaches()
    {
        await using var app = await LinliApp.StartAsync(database);
        var clerk = await ClerkAsync(app);
        var (here, there) = TwoGrids(app);
        await LearnAsync(app, ("河边小路", here, 2), ("河边小路", there, 1));
        var filed = await FileAsync(clerk, "河边小路");
        Assert.Equal((District, "place-1", null), await DecidedAsync(app, filed));
        Assert.Contains("地点还不能确定，可能在", (await clerk.PageAsync($"/desk/cases/{filed.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var moved = await clerk.PostAsJsonAsync($"/api/v1/cases/{filed.Id}/relocate", new { version = 1, divisionCode = there, remark = "在河东" });
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal(there, (await PlaceDecisionAsync(clerk, filed)).GetProperty("correctedTo").GetString());
        Assert.DoesNotContain(new PlacedCase("河边小路", there), await ConfirmedAsync(app));   // until it goes out it may be moved again
        var unit = app.Services.GetRequiredService<IUnits>().All[0].Id;
        var category = await app.ReadAsync(db => db.Categories.Where(c => c.Level == 4).Select(c => c.Code).FirstAsync());
        foreach (var (verb, command) in new (string, object)[] { ("accept", new { version = 2 }), ("reclassify", new { version = 3, categoryCode = category }), ("dispatch", new { version = 4, unitId = unit }) })
        {
            var answer = await clerk.PostAsJsonAsync($"/api/v1/cases/{filed.Id}/{verb}", command);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
        Assert.Contains(new PlacedCase("河边小路", there), await ConfirmedAsync(app));
    }

    private static Task<HttpClient> ClerkAsync(LinliApp app) => app.ApiKeyAsync(District, "cases.report", "cases.see", "cases.accept", "cases.classify", "cases.dispatch");

    private static async Task<ReceivedCase> FileAsync(HttpClient clerk, string place)
    {
        var answer = await clerk.PostAsJsonAsync("/api/v1/cases", new { text = "这里的长椅坏了", place, channel = "phone" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ReceivedCase>(Json.Readable))!;
    }

    /// <summary>Where the case is, what spoke, and what it chose.</summary>
    private static async Task<(string Division, string Source, string? Chosen)> DecidedAsync(LinliApp app, ReceivedCase filed) =>
        await app.ReadAsync(async db =>
        {
            var decision = await db.Decisions.SingleAsync(d => d.CaseId == filed.Id && d.Kind == DecisionKind.Place);
            return ((await db.Cases.SingleAsync(c => c.Id == filed.Id)).DivisionCode, decision.Source, decision.Chosen);
        });

    private static async Task<JsonElement> PlaceDecisionAsync(HttpClient clerk, ReceivedCase filed) =>
        (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{filed.Id}")).GetProperty("decisions").EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "place");

    private static (string, string) TwoGrids(LinliApp app)
    {
        var divisions = app.Services.GetRequiredService<IDivisions>();
        var grids = divisions.Below(divisions.Below(divisions.Below(District)[0].Code)[0].Code);
        return (grids[0].Code, grids[1].Code);
    }

    private static async Task LearnAsync(LinliApp app, params (string Place, string Division, int Times)[] seen)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        await scope.ServiceProvider.GetRequiredService<PlaceLearning>().LearnAsync([.. seen.SelectMany(s => Enumerable.Repeat(new PlacedCase(s.Place, s.Division), s.Times))], default);
    }

    private static async Task<IReadOnlyList<PlacedCase>> ConfirmedAsync(LinliApp app)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        return await scope.ServiceProvider.GetRequiredService<PlaceLearning>().ConfirmedAsync(default);
    }
}

public sealed class PlaceModelOnSqlite() : PlaceModelTests("sqlite")
{
    /// <summary>How good it is does not hang on the database.</summary>
    [Fact]
    public async Task In_the_demo_district_a_version_learned_before_the_last_four_weeks_is_right_where_it_is_sure()
    {
        await using var app = await LinliApp.StartAsync("sqlite", cases: 3000);
        await using var scope = app.Services.CreateSystemScope("test");
        var learning = scope.ServiceProvider.GetRequiredService<PlaceLearning>();
        var from = TimeProvider.System.GetUtcNow() - LearnAnew.HeldOut;
        var version = (await learning.TryAsync(from, default))!;
        Assert.Equal((ModelReason.First, true), (version.Reason, version.Active));
        Assert.Equal(ModelReason.NotBetter, (await learning.TryAsync(from, default))!.Reason);   // the same cases teach the same

        var late = await app.ReadAsync(db => db.Cases.Where(c => c.ReceivedAt >= from && c.DispatchedAt != null && c.Place != null).Select(c => new { c.Place, c.DivisionCode }).ToListAsync());
        var model = PlacePredictor.Load(new MemoryStream(version.Content));
        var sure = late.Select(c => (c.DivisionCode, Best: model.Predict(c.Place!, top: 1) is [{ Probability: >= 0.6 } best] ? best.Division : null)).Where(c => c.Best is not null).ToList();
        var right = sure.Count(c => c.Best == c.DivisionCode);
        Assert.True(sure.Count >= late.Count / 10 && right >= sure.Count * 0.98, string.Create(CultureInfo.InvariantCulture, $"sure of {sure.Count} of {late.Count}, right {right}"));
    }
}

public sealed class PlaceModelOnPostgres() : PlaceModelTests("postgres");
