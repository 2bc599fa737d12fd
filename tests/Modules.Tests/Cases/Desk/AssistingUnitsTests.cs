using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Testing;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class AssistingUnitsTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_case_is_handled_when_the_lead_and_all_who_assist_are_done()
    {
        var (found, clerk, lead) = await DispatchedAsync();
        var other = OtherUnit(found);
        var assistant = await HandlerOfAsync(other);
        Assert.Equal(HttpStatusCode.NotFound, (await assistant.GetAsync($"/api/v1/cases/{found.Id}")).StatusCode);
        var assisted = await DoAsync(clerk, found.Id, "assist", new { version = found.Version, unitIds = new[] { other }, remark = "请配合断电" });
        Assert.True(await IsOnTheDeskAsync(assistant, found));

        var early = await lead.PostAsJsonAsync($"/api/v1/cases/{found.Id}/handle", new { version = assisted.Version, remark = "修好了" });
        Assert.Equal("cases.parts-open", (await early.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.PostAsJsonAsync($"/api/v1/cases/{found.Id}/finish-part", new { version = assisted.Version, remark = "冒充" })).StatusCode);

        var done = await DoAsync(assistant, found.Id, "finish-part", new { version = assisted.Version, remark = "已断电并复电" });
        Assert.Equal(HttpStatusCode.NotFound, (await assistant.GetAsync($"/api/v1/cases/{found.Id}")).StatusCode);   // its part is over
        Assert.Equal(CaseStatus.Handled, (await DoAsync(lead, found.Id, "handle", new { version = done.Version, remark = "修好了" })).Status);
    }

    [Fact]
    public async Task Units_that_assist_can_be_named_when_the_case_is_dispatched()
    {
        var filed = await FileAsync();
        var clerk = await ClerkAsync();
        var other = OtherUnit(filed);
        await clerk.SubmitAsync($"/desk/cases/{filed.Id}/accept", [], "accept");
        var answer = await clerk.SubmitAsync($"/desk/cases/{filed.Id}/dispatch", new() { ["Form.AssistUnitIds"] = other.ToString() }, "dispatch");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await HandlerOfAsync(other)).GetAsync($"/api/v1/cases/{filed.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_unit_has_one_part_in_a_case()
    {
        var (found, clerk, _) = await DispatchedAsync();
        var twice = await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/assist", new { version = found.Version, unitIds = new[] { found.UnitId!.Value }, remark = "请协办" });
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        var unknown = await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/assist", new { version = found.Version, unitIds = new[] { Guid.NewGuid() }, remark = "请协办" });
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        var none = await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/assist", new { version = found.Version, unitIds = Array.Empty<Guid>(), remark = "请协办" });
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
    }
}

public sealed class AssistingUnitsOnSqlite() : AssistingUnitsTests("sqlite");

public sealed class AssistingUnitsOnPostgres() : AssistingUnitsTests("postgres");
