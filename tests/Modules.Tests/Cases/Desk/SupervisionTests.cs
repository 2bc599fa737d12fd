using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class SupervisionTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_supervisor_follows_a_case_the_unit_answers_and_closing_it_ends_the_supervision()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var sent = await supervisor.SubmitAsync($"/desk/cases/{found.Id}/supervise", new() { ["Form.SettleBy"] = "2099-03-01", ["Form.Remark"] = "三次反映，限期办结" }, "supervise");
        Assert.Equal($"/desk/cases/{found.Id}?done=Supervise", sent.GoesTo());
        var page = (await handler.PageAsync($"/desk/cases/{found.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("2099-03-01", page, StringComparison.Ordinal);
        Assert.Contains("三次反映", page, StringComparison.Ordinal);
        Assert.Contains(found.Number, (await handler.PageAsync("/desk")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var answered = await DoAsync(handler, found.Id, "answer-supervisor", new { version = (await NowAsync(found.Id)).Version, remark = "已采购配件，周三更换" });
        Assert.NotNull((await NowAsync(found.Id)).SupervisorAnsweredAt);
        Assert.Contains("已采购配件", (await supervisor.PageAsync($"/desk/cases/{found.Id}")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);

        var handled = await DoAsync(handler, found.Id, "handle", new { version = answered.Version, remark = "换好了" });
        await DoAsync(clerk, found.Id, "close", new { version = handled.Version, remark = "换好了" });
        Assert.Null((await NowAsync(found.Id)).SupervisedUntil);
        var history = (await JsonAsync(supervisor, $"/api/v1/cases/{found.Id}")).GetProperty("history").EnumerateArray().Select(h => h.GetProperty("action").GetString()).ToList();
        Assert.Equal(["supervise", "answerSupervisor", "handle", "close", "conclude"], history.Where(a => a is "supervise" or "answerSupervisor" or "handle" or "close" or "conclude"));
    }

    [Fact]
    public async Task The_list_under_supervision_holds_what_is_supervised_until_it_is_lifted()
    {
        var (found, clerk, _) = await DispatchedAsync();
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var begun = await DoAsync(supervisor, found.Id, "supervise", new { version = found.Version, settleBy = "2099-03-01", remark = "限期办结" });
        Assert.Contains(found.Id, await SupervisedAsync(clerk));
        Assert.Contains(found.Number, (await supervisor.PageAsync("/desk")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var silent = await supervisor.PostAsJsonAsync($"/api/v1/cases/{found.Id}/conclude", new { version = begun.Version, settled = false });
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);   // lifting needs a reason
        await DoAsync(supervisor, found.Id, "conclude", new { version = begun.Version, settled = false, remark = "转由协调会解决" });
        Assert.DoesNotContain(found.Id, await SupervisedAsync(clerk));
    }

    [Fact]
    public async Task A_case_has_one_supervisor_and_a_day_that_is_still_to_come()
    {
        var (found, _, _) = await DispatchedAsync();
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var past = await supervisor.PostAsJsonAsync($"/api/v1/cases/{found.Id}/supervise", new { version = found.Version, settleBy = "2020-01-01", remark = "晚了" });
        Assert.Equal(HttpStatusCode.BadRequest, past.StatusCode);
        Assert.Equal("cases.not-supervised", await CodeAsync(await supervisor.PostAsJsonAsync($"/api/v1/cases/{found.Id}/conclude", new { version = found.Version, settled = true })));
        var begun = await DoAsync(supervisor, found.Id, "supervise", new { version = found.Version, settleBy = "2099-03-01", remark = "限期" });
        Assert.Equal("cases.supervised-already", await CodeAsync(await supervisor.PostAsJsonAsync($"/api/v1/cases/{found.Id}/supervise", new { version = begun.Version, settleBy = "2099-03-02", remark = "再督" })));
    }

    [Fact]
    public async Task Only_who_may_supervise_does_and_only_the_unit_answers()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/supervise", new { version = found.Version, settleBy = "2099-03-01", remark = "限期" })).StatusCode);
        var begun = await DoAsync(await App.SignInAsync(App.DemoUser(DemoRole.Supervisor)), found.Id, "supervise", new { version = found.Version, settleBy = "2099-03-01", remark = "限期" });
        var worker = await App.SignInAsync(App.DemoUser(DemoRole.GridWorker, found.DivisionCode[..12]));
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.PostAsJsonAsync($"/api/v1/cases/{found.Id}/answer-supervisor", new { version = begun.Version, remark = "替单位说一句" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.PostAsJsonAsync($"/api/v1/cases/{found.Id}/conclude", new { version = begun.Version, settled = true })).StatusCode);
    }

    private static async Task<List<Guid>> SupervisedAsync(HttpClient who) =>
        [.. (await JsonAsync(who, "/api/v1/cases?mark=supervised&size=200")).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetGuid())];

    private static async Task<string?> CodeAsync(HttpResponseMessage refused) => (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}

public sealed class SupervisionOnSqlite() : SupervisionTests("sqlite");

public sealed class SupervisionOnPostgres() : SupervisionTests("postgres");
