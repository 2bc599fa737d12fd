using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class AppealTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_case_whose_appeal_is_granted_is_left_out_of_the_score_and_of_the_list_behind_it()
    {
        var (found, clerk, handler) = await ClosedAsync();
        var before = await ScoredAsync(clerk, found);
        Assert.Equal(HttpStatusCode.Redirect, (await handler.SubmitAsync($"/desk/cases/{found.Id}/appeal", new() { ["Form.Remark"] = "停电由供电公司引起，非我单位责任" }, "appeal")).StatusCode);
        Assert.Equal(before, await ScoredAsync(clerk, found));   // asking is not enough
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var page = await supervisor.PageAsync("/desk/appeals");
        Assert.Contains("停电由供电公司引起", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var appeal = await WaitingAsync(supervisor, found);
        Assert.Equal(HttpStatusCode.Redirect, (await supervisor.SubmitAsync("/desk/appeals", page, new() { ["Granted"] = "true" }, $"appeal-{appeal.GetProperty("id").GetGuid():N}")).StatusCode);
        var after = await ScoredAsync(clerk, found);
        Assert.Equal(((1, 1), (0, 0)), (before, after));
        Assert.Contains((await JsonAsync(clerk, $"/api/v1/cases?status=all&mark=excused&size=200")).GetProperty("items").EnumerateArray(), c => c.GetProperty("id").GetGuid() == found.Id);
        Assert.Contains("申诉获准", (await clerk.PageAsync($"/desk/cases?status=all&q={found.Number}&mark=excused")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_why_and_a_unit_appeals_once_and_in_time()
    {
        var (found, clerk, handler) = await ClosedAsync();
        var before = await ScoredAsync(clerk, found);
        var asked = await DoAsync(handler, found.Id, "appeal", new { version = found.Version, remark = "非我单位责任" });
        Assert.Equal("cases.appealed-already", await CodeAsync(await handler.PostAsJsonAsync($"/api/v1/cases/{found.Id}/appeal", new { version = asked.Version, remark = "再申诉" })));
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var appeal = await WaitingAsync(supervisor, found);
        var (id, version) = (appeal.GetProperty("id").GetGuid(), appeal.GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostAsJsonAsync($"/api/v1/appeals/{id}", new { version, granted = true })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.PostAsJsonAsync($"/api/v1/appeals/{id}", new { version, granted = false })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await supervisor.PostAsJsonAsync($"/api/v1/appeals/{id}", new { version, granted = false, answer = "职责清单写明由你单位承办" })).StatusCode);
        Assert.Equal(before, await ScoredAsync(clerk, found));
        Assert.Contains("职责清单写明", (await handler.PageAsync($"/desk/cases/{found.Id}")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);

        var (late, _, other) = await ClosedAsync();
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using (var work = await db.BeginAsync())
        {
            await db.Cases.Where(c => c.Id == late.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ClosedAt, DateTimeOffset.UtcNow.AddDays(-11)));
            await work.CommitAsync();
        }
        Assert.Equal("cases.appeal-too-late", await CodeAsync(await other.PostAsJsonAsync($"/api/v1/cases/{late.Id}/appeal", new { version = late.Version, remark = "晚了" })));
    }

    /// <summary>How many cases of the unit count in the scorecard, and in the list behind it; of the case's own channel, for others work at the same time.</summary>
    private static async Task<(int Score, int List)> ScoredAsync(HttpClient clerk, Case found)
    {
        var score = (await JsonAsync(clerk, $"/api/v1/scorecard?channel={found.Channel}")).EnumerateArray().Where(s => s.GetProperty("unitId").GetGuid() == found.UnitId).Sum(s => s.GetProperty("figures").GetProperty("received").GetInt32());
        var list = (await JsonAsync(clerk, $"/api/v1/cases/counts?status=all&scored=true&channel={found.Channel}&unit={found.UnitId}")).GetProperty("byStatus").EnumerateObject().Sum(s => s.Value.GetInt32());
        return (score, list);
    }

    private static async Task<JsonElement> WaitingAsync(HttpClient supervisor, Case found) =>
        (await JsonAsync(supervisor, "/api/v1/appeals")).EnumerateArray().Single(a => a.GetProperty("caseId").GetGuid() == found.Id);

    private async Task<(Case Found, HttpClient Clerk, HttpClient Handler)> ClosedAsync()
    {
        var (found, clerk, handler) = await DispatchedAsync(NewCode());
        var handled = await DoAsync(handler, found.Id, "handle", new { version = found.Version, remark = "修好了" });
        await DoAsync(clerk, found.Id, "close", new { version = handled.Version, remark = "修好了" });
        return (await NowAsync(found.Id), clerk, handler);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage refused) => (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}

public sealed class AppealsOnSqlite() : AppealTests("sqlite");

public sealed class AppealsOnPostgres() : AppealTests("postgres");
