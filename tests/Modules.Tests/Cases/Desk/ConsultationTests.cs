using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Platform.Access;
using Linli.Testing;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class ConsultationTests(string database) : DeskTest(database)
{
    private static string Later => DateTime.UtcNow.AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Units_that_are_asked_see_the_case_and_speak_until_the_consultation_is_concluded()
    {
        var (found, clerk, _) = await DispatchedAsync();
        var other = OtherUnit(found);
        var asked = await HandlerOfAsync(other);
        Assert.Equal(HttpStatusCode.NotFound, (await asked.GetAsync($"/api/v1/cases/{found.Id}/consultations")).StatusCode);
        var open = await DoAsync(clerk, found.Id, "consult", new { version = found.Version, unitIds = new[] { other }, remark = "管线归属不清，请说明" });
        Assert.Equal((found.Status, found.DueAt), (open.Status, open.DueAt));
        Assert.True(await IsOnTheDeskAsync(asked, found));

        var first = await KeyAsync(await asked.PostAsJsonAsync($"/api/v1/cases/{found.Id}/consultations/remarks", new { text = "竣工图上归我们" }));
        await KeyAsync(await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/consultations/remarks", new { text = "那请你们现场确认", answersId = first }));
        var said = (await JsonAsync(asked, $"/api/v1/cases/{found.Id}/consultations"))[0].GetProperty("remarks").EnumerateArray().ToList();
        Assert.Equal([(Guid?)null, first], said.Select(r => r.TryGetProperty("answersId", out var answered) ? answered.GetGuid() : (Guid?)null));
        Assert.Contains("那请你们现场确认", (await clerk.PageAsync($"/desk/cases/{found.Id}/consultation")).QuerySelector(".thread .thread")!.TextContent, StringComparison.Ordinal);

        await DoAsync(clerk, found.Id, "end-consultation", new { version = open.Version, remark = "由燃气单位现场确认" });
        Assert.Equal(HttpStatusCode.NotFound, (await asked.GetAsync($"/api/v1/cases/{found.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asked.PostAsJsonAsync($"/api/v1/cases/{found.Id}/consultations/remarks", new { text = "补充一句" })).StatusCode);
    }

    [Fact]
    public async Task Who_only_reads_reads_along_and_says_nothing()
    {
        var (found, clerk, _) = await DispatchedAsync();
        await DoAsync(clerk, found.Id, "consult", new { version = found.Version, unitIds = new[] { OtherUnit(found) }, remark = "请商议" });
        var reader = await App.SignInAsync(App.DemoUser(Demo.DemoRole.Viewer));
        Assert.Empty((await reader.PageAsync($"/desk/cases/{found.Id}/consultation")).QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync($"/api/v1/cases/{found.Id}/consultations/remarks", new { text = "我也说一句" })).StatusCode);
    }

    [Fact]
    public async Task A_decision_names_a_unit_and_a_day_and_that_unit_says_when_it_is_done()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        var other = OtherUnit(found);
        await DoAsync(clerk, found.Id, "consult", new { version = found.Version, unitIds = new[] { other }, remark = "请商议" });
        var asked = await HandlerOfAsync(other);
        var decision = new { text = "现场确认管线走向", unitId = other, dueOn = Later };
        Assert.Equal(HttpStatusCode.Forbidden, (await asked.PostAsJsonAsync($"/api/v1/cases/{found.Id}/consultations/decisions", decision)).StatusCode);   // who leads writes them down
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/consultations/decisions", decision with { dueOn = "2020-01-01" })).StatusCode);
        var key = await KeyAsync(await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/consultations/decisions", decision));
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.PostAsync($"/api/v1/cases/{found.Id}/consultations/decisions/{key}/finish", null)).StatusCode);   // another unit's business
        Assert.Equal(HttpStatusCode.NoContent, (await asked.PostAsync($"/api/v1/cases/{found.Id}/consultations/decisions/{key}/finish", null)).StatusCode);
        var done = (await JsonAsync(clerk, $"/api/v1/cases/{found.Id}/consultations"))[0].GetProperty("decisions")[0];
        Assert.True(done.TryGetProperty("doneAt", out _));
    }

    [Fact]
    public async Task A_unit_may_ask_others_about_its_own_case_and_only_it_or_the_desk_concludes()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        var other = OtherUnit(found);
        var open = await DoAsync(handler, found.Id, "consult", new { version = found.Version, unitIds = new[] { other }, remark = "请协助判断" });
        Assert.Equal(HttpStatusCode.Forbidden, (await (await HandlerOfAsync(other)).PostAsJsonAsync($"/api/v1/cases/{found.Id}/end-consultation", new { version = open.Version, remark = "就这样" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/consult", new { version = open.Version, unitIds = new[] { other }, remark = "再议" })).StatusCode);
        var handled = await DoAsync(handler, found.Id, "handle", new { version = open.Version, remark = "修好了" });
        var refused = await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/close", new { version = handled.Version, remark = "办好了" });
        Assert.Equal("cases.consultation-open", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        var concluded = await DoAsync(handler, found.Id, "end-consultation", new { version = handled.Version, remark = "意见一致" });
        await DoAsync(clerk, found.Id, "close", new { version = concluded.Version, remark = "办好了" });
    }

    [Fact]
    public async Task Everything_can_be_said_and_decided_on_the_page()
    {
        var (found, clerk, _) = await DispatchedAsync();
        var other = OtherUnit(found);
        var page = $"/desk/cases/{found.Id}/consultation";
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync($"/desk/cases/{found.Id}/consult", new() { ["Form.UnitIds"] = other.ToString(), ["Form.Remark"] = "请商议" }, "consult")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(page, new() { ["Speech.Text"] = "先看现场" }, "speak")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(page, new() { ["Decided.Text"] = "周五前勘查", ["Decided.UnitId"] = other.ToString(), ["Decided.DueOn"] = Later }, "decide")).StatusCode);
        var finish = (await clerk.PageAsync(page)).QuerySelector("form input[name='_handler'][value^='finish-']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(page, [], finish)).StatusCode);
        var shown = (await clerk.PageAsync(page)).QuerySelector("main")!.TextContent;
        Assert.Contains("先看现场", shown, StringComparison.Ordinal);
        Assert.Contains("已完成", shown, StringComparison.Ordinal);
    }

    private static async Task<Guid> KeyAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<Guid>();
    }
}

public sealed class ConsultationOnSqlite() : ConsultationTests("sqlite");

public sealed class ConsultationOnPostgres() : ConsultationTests("postgres");
