using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.Intake;
using Linli.Cases.Learning;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Linli.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases;

public abstract class LearningTests(string database)
{
    private const string Learning = "/api/v1/learning";

    [Fact]
    public async Task A_new_version_speaks_only_if_it_is_better_on_the_last_four_weeks_and_an_earlier_one_can_be_put_back()
    {
        await using var app = await LinliApp.StartAsync(database, cases: 400);
        var admin = await app.ApiKeyAsync("990101", "cases.manage-learning");
        await TeachNonsenseAsync(app);
        Assert.Equal(HttpStatusCode.Accepted, (await admin.PostAsync(Learning + "/run", null)).StatusCode);
        var better = await VersionAsync(admin, "dispatch", 2);
        Assert.Equal(("better", true), (better.GetProperty("reason").GetString(), better.GetProperty("live").GetBoolean()));
        Assert.True(better.GetProperty("score").GetDouble() > better.GetProperty("scoreOfLive").GetDouble());
        Assert.Equal(await HeldOutAsync(app), better.GetProperty("heldOut").GetInt32());   // of these it has learned nothing
        Assert.Equal(await SettledAsync(app) - await HeldOutAsync(app), better.GetProperty("rows").GetInt32());
        var first = await VersionAsync(admin, "category", 1);
        Assert.Equal(("first", true), (first.GetProperty("reason").GetString(), first.GetProperty("live").GetBoolean()));
        Assert.True((await VersionAsync(admin, "place", 1)).GetProperty("rows").GetInt32() > 0);

        await admin.PostAsync(Learning + "/run", null);   // the same cases teach the same
        var same = await VersionAsync(admin, "dispatch", 3);
        Assert.Equal(("notBetter", false), (same.GetProperty("reason").GetString(), same.GetProperty("live").GetBoolean()));
        Assert.Equal("dispatch-2", await SpeakingAsync(app));

        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync(admin, 1, live: 3)).StatusCode);   // somebody else was faster
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(admin, 9, live: 2)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PutAsync(admin, 1, live: 2)).StatusCode);
        Assert.Equal("dispatch-1", await SpeakingAsync(app));
        using var browser = await app.SignInAsync(app.DemoUser(DemoRole.Admin));
        var page = await browser.SubmitAsync("/desk/learning", new() { ["Number"] = "3" }, "dispatch");
        Assert.Equal("/desk/learning?done=put", page.GoesTo());
        Assert.Equal("dispatch-3", await SpeakingAsync(app));
        var clerk = await app.ApiKeyAsync("990101", "cases.see", "cases.dispatch");
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(clerk, 1, live: 3)).StatusCode);
    }

    [Fact]
    public async Task Of_versions_put_back_at_once_where_none_speaks_one_speaks_and_the_others_are_told()
    {
        await using var app = await LinliApp.StartAsync(database);
        var admin = await app.ApiKeyAsync("990101", "cases.manage-learning");
        await SilentAsync(app, "dispatch", versions: 6);
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => admin.PostAsJsonAsync(Learning + "/dispatch/live", new { number })));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.NoContent);
        Assert.All(answers.Where(a => a.StatusCode is not HttpStatusCode.NoContent), a => Assert.Equal(HttpStatusCode.Conflict, a.StatusCode));
        Assert.Equal(1, await app.ReadAsync(db => db.LearnedModels.CountAsync(m => m.Task == "dispatch" && m.Active)));
    }

    [Fact]
    public async Task Where_people_override_the_program_is_counted_by_month_and_by_class_within_the_readers_scope()
    {
        await using var app = await LinliApp.StartAsync(database, cases: 400);
        var admin = await app.ApiKeyAsync("990101", "cases.manage-learning");
        var sheet = await admin.GetFromJsonAsync<JsonElement>(Learning);
        var month = sheet.GetProperty("stood").EnumerateArray().Where(s => s.GetProperty("kind").GetString() == "category").ToList();
        Assert.Equal(12, month.Count);
        var (judged, corrected) = await app.ReadAsync(async db =>
        {
            var decided = await (from d in db.Decisions join c in db.Cases on d.CaseId equals c.Id where d.Kind == DecisionKind.Category && d.Chosen != null && c.DispatchedAt != null select new { d.CorrectedTo, c.ReceivedAt }).ToListAsync();
            return (decided.Count, decided.Count(d => d.CorrectedTo != null));
        });
        Assert.Equal(judged, month.Sum(m => m.GetProperty("judged").GetInt32()));
        Assert.Equal(judged - corrected, month.Sum(m => m.GetProperty("stood").GetInt32()));

        var found = await app.ReadAsync(db => (from d in db.Decisions join c in db.Cases on d.CaseId equals c.Id
                                               where d.Kind == DecisionKind.Category && d.Chosen != null && d.CorrectedTo == null && c.ClosedAt == null && c.DispatchedAt != null select new { c.Id, c.Version, d.Chosen, c.DivisionCode }).FirstAsync());
        var before = Overridden(sheet, found.Chosen!);
        var other = await app.ReadAsync(db => db.Categories.Where(c => c.Level == 4 && c.Code != found.Chosen).Select(c => c.Code).FirstAsync());
        var clerk = await app.ApiKeyAsync("990101", "cases.classify", "cases.see");
        var mended = await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/reclassify", new { version = found.Version, categoryCode = other, remark = "分错了" });
        Assert.True(mended.IsSuccessStatusCode, await mended.Content.ReadAsStringAsync());
        var after = await admin.GetFromJsonAsync<JsonElement>(Learning);
        Assert.Equal(before + 1, Overridden(after, found.Chosen!));
        Assert.Contains("改成", (await admin.PageAsync("/desk/learning")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var elsewhere = found.DivisionCode.StartsWith("990101001", StringComparison.Ordinal) ? "990101002" : "990101001";
        var street = await (await app.ApiKeyAsync(elsewhere, "cases.manage-learning")).GetFromJsonAsync<JsonElement>(Learning);
        Assert.True(street.GetProperty("stood").EnumerateArray().Sum(s => s.GetProperty("judged").GetInt32()) < after.GetProperty("stood").EnumerateArray().Sum(s => s.GetProperty("judged").GetInt32()));
    }

    private static int Overridden(JsonElement sheet, string category) =>
        sheet.GetProperty("overridden").EnumerateArray().Where(o => o.GetProperty("kind").GetString() == "category" && o.GetProperty("code").GetString() == category).Sum(o => o.GetProperty("overridden").GetInt32());

    private static Task<HttpResponseMessage> PutAsync(HttpClient who, int number, int live) => who.PostAsJsonAsync(Learning + "/dispatch/live", new { number, live });

    /// <summary>A version that has learned that one unit settles everything.</summary>
    private static async Task TeachNonsenseAsync(LinliApp app)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var dispatch = scope.ServiceProvider.GetRequiredService<DispatchLearning>();
        var confirmed = await dispatch.ConfirmedAsync(default);
        var wrong = confirmed.GroupBy(c => c.Unit).MinBy(g => g.Count())!.Key;
        await dispatch.LearnAsync([.. confirmed.Select(c => c with { Unit = wrong })], default);
    }

    /// <summary>Versions of a task of which none speaks.</summary>
    private static async Task SilentAsync(LinliApp app, string task, int versions)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync();
        await db.LearnedModels.Where(m => m.Task == task).ExecuteDeleteAsync();
        for (var number = 1; number <= versions; number++)
            db.Add(new LearnedModel { Id = Guid.CreateVersion7(), Task = task, Number = number, TrainedAt = DateTimeOffset.UtcNow, Rows = 1, Content = [1], Active = false });
        await db.SaveChangesAsync();
        await work.CommitAsync();
    }

    private static DateTimeOffset HeldOutFrom => DateTimeOffset.UtcNow - LearnAnew.HeldOut;

    private static Task<int> HeldOutAsync(LinliApp app)
    {
        var from = HeldOutFrom;
        return app.ReadAsync(db => Settled(db.Cases).CountAsync(c => c.ReceivedAt >= from));
    }

    private static Task<int> SettledAsync(LinliApp app) => app.ReadAsync(db => Settled(db.Cases).CountAsync());

    private static IQueryable<Case> Settled(IQueryable<Case> cases) =>
        cases.Where(c => c.UnitId != null && c.CategoryCode != null && (c.Status == CaseStatus.Handled || c.Status == CaseStatus.Verified || c.Status == CaseStatus.Closed));

    private static async Task<string?> SpeakingAsync(LinliApp app) => (await app.Services.GetRequiredService<ModelInForce<DispatchPredictor>>().GetAsync(default))?.Source;

    /// <summary>A version, once the job has learned it.</summary>
    private static async Task<JsonElement> VersionAsync(HttpClient admin, string task, int number) =>
        Assert.Single(await Soon.FindAsync(async () => (await admin.GetFromJsonAsync<JsonElement>(Learning)).GetProperty("tasks").EnumerateArray().Single(t => t.GetProperty("task").GetString() == task)
            .GetProperty("versions").EnumerateArray().Where(v => v.GetProperty("number").GetInt32() == number).ToList() is [_] found ? found : null));
}

public sealed class LearningOnSqlite() : LearningTests("sqlite");

public sealed class LearningOnPostgres() : LearningTests("postgres");
