using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class DisputedCaseTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_unit_returns_a_case_and_answers_for_it_until_the_next_one_takes_it()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        var other = OtherUnit(found);
        var returned = await DoAsync(handler, found.Id, "return", new { version = found.Version, remark = "不属于我们的管养范围", unitId = other });
        Assert.Equal(CaseStatus.Returned, returned.Status);
        Assert.Equal(found.DueAt, returned.DueAt);   // the clock goes on
        Assert.Equal(other, await ProposedAsync(found.Id));
        var page = await clerk.PageAsync($"/desk/cases/{found.Id}/dispatch");
        Assert.Equal(other.ToString(), page.QuerySelector("select[name='Form.UnitId'] option[selected]")!.GetAttribute("value"));   // what was proposed is offered first

        await DoAsync(clerk, found.Id, "dispatch", new { version = returned.Version, unitId = other });
        Assert.Equal((other, found.UnitId), ((await NowAsync(found.Id)).UnitId, (await NowAsync(found.Id)).AccountableUnitId));
        await DoAsync(await HandlerOfAsync(other), found.Id, "take", new { version = (await NowAsync(found.Id)).Version });
        Assert.Equal(other, (await NowAsync(found.Id)).AccountableUnitId);
    }

    [Fact]
    public async Task A_return_can_be_refused_once_and_a_second_one_needs_a_meeting()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        var returned = await DoAsync(handler, found.Id, "return", new { version = found.Version, remark = "不归我们管" });
        var back = await DoAsync(clerk, found.Id, "insist", new { version = returned.Version, remark = "职责清单写明由你单位负责" });
        Assert.Equal((CaseStatus.Dispatched, found.DueAt), (back.Status, back.DueAt));

        var again = await DoAsync(handler, found.Id, "return", new { version = back.Version, remark = "确实不归我们管" });
        foreach (var (verb, command) in new (string, object)[] { ("dispatch", new { version = again.Version, unitId = OtherUnit(found) }), ("insist", new { version = again.Version, remark = "还是你们" }) })
        {
            var refused = await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/{verb}", command);
            Assert.Equal((HttpStatusCode.Conflict, "cases.coordinate-first"), (refused.StatusCode, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task A_meeting_shows_the_case_to_the_units_called_until_it_has_ruled_and_its_ruling_stands()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        var other = OtherUnit(found);
        var called = await HandlerOfAsync(other);
        Assert.Equal(HttpStatusCode.NotFound, (await called.GetAsync($"/api/v1/cases/{found.Id}")).StatusCode);

        var returned = await DoAsync(handler, found.Id, "return", new { version = found.Version, remark = "不归我们管" });
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/coordinate", new { version = returned.Version, unitIds = new[] { other }, remark = "议" })).StatusCode);
        var meeting = await DoAsync(centre, found.Id, "coordinate", new { version = returned.Version, unitIds = new[] { found.UnitId!.Value, other }, remark = "路灯归谁管养", meetsAt = "2030-01-02T09:00:00" });
        Assert.Equal(CaseStatus.Coordinating, meeting.Status);
        Assert.Equal(HttpStatusCode.OK, (await called.GetAsync($"/api/v1/cases/{found.Id}")).StatusCode);

        var ruled = await DoAsync(centre, found.Id, "rule", new { version = meeting.Version, unitId = other, limit = "1wd", listDivision = Street, remark = "由另一单位承办，职责清单一并修订" });
        Assert.Equal(CaseStatus.Dispatched, ruled.Status);
        var now = await NowAsync(found.Id);
        Assert.Equal((other, other, "1wd"), (now.UnitId, now.AccountableUnitId, now.Promise.Handle.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await handler.GetAsync($"/api/v1/cases/{found.Id}")).StatusCode);   // no longer its business

        var refused = await called.PostAsJsonAsync($"/api/v1/cases/{found.Id}/return", new { version = ruled.Version, remark = "我们不同意" });
        Assert.Equal("cases.ruled", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Contains("职责清单一并修订", (await clerk.PageAsync($"/desk/cases/{found.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_changed_only_in_divisions_around_the_case()
    {
        var (found, _, handler) = await DispatchedAsync();
        var returned = await DoAsync(handler, found.Id, "return", new { version = found.Version, remark = "不归我们管" });
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var meeting = await DoAsync(centre, found.Id, "coordinate", new { version = returned.Version, unitIds = new[] { OtherUnit(found) }, remark = "议" });
        var refused = await centre.PostAsJsonAsync($"/api/v1/cases/{found.Id}/rule", new { version = meeting.Version, unitId = OtherUnit(found), listDivision = OtherStreet, remark = "纪要" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(CaseStatus.Coordinating, (await NowAsync(found.Id)).Status);
    }

    [Fact]
    public async Task What_a_meeting_ruled_is_in_the_list_once_somebody_has_approved_it()
    {
        var (found, _, handler) = await DispatchedAsync();
        var (other, division) = (OtherUnit(found), found.DivisionCode[..12]);
        var returned = await DoAsync(handler, found.Id, "return", new { version = found.Version, remark = "不归我们管" });
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var meeting = await DoAsync(centre, found.Id, "coordinate", new { version = returned.Version, unitIds = new[] { other }, remark = "议" });
        await DoAsync(centre, found.Id, "rule", new { version = meeting.Version, unitId = other, listDivision = division, remark = "今后由该单位负责" });
        Assert.NotEqual(other, await ResponsibleAsync(found));

        var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var address = (await admin.PageAsync("/desk/taxonomy")).QuerySelectorAll("a[href^='/desk/rulings/']").Single(a => a.ParentElement!.TextContent.Contains(found.Number, StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(address, new() { ["Form.Applied"] = "true" }, "ruling")).StatusCode);
        Assert.Equal(other, await ResponsibleAsync(found));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_approve_a_ruling_at_once_one_changes_the_list()
    {
        var (found, _, handler) = await DispatchedAsync();
        var other = OtherUnit(found);
        var returned = await DoAsync(handler, found.Id, "return", new { version = found.Version, remark = "不归我们管" });
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var meeting = await DoAsync(centre, found.Id, "coordinate", new { version = returned.Version, unitIds = new[] { other }, remark = "议" });
        await DoAsync(centre, found.Id, "rule", new { version = meeting.Version, unitId = other, listDivision = found.DivisionCode[..12], remark = "今后由该单位负责" });
        var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var ruling = (await JsonAsync(admin, "/api/v1/taxonomy/rulings")).EnumerateArray().Single(r => r.GetProperty("caseId").GetGuid() == found.Id).GetProperty("id").GetGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => admin.PostAsJsonAsync($"/api/v1/taxonomy/rulings/{ruling}", new { applied = true })));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Conflict));
    }

    private async Task<Guid?> ResponsibleAsync(Case found) =>
        (await App.Services.GetRequiredService<Linli.Cases.Taxonomy.TaxonomyCache>().GetAsync(default)).Responsibilities.Find(found.CategoryCode!, found.DivisionCode)?.UnitId;

    private async Task<Guid?> ProposedAsync(Guid id)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return (await scope.ServiceProvider.GetRequiredService<AppDb>().Assignments.AsNoTracking().SingleAsync(a => a.CaseId == id && a.Outcome == AssignmentOutcome.Returned)).ProposedUnitId;
    }
}

public sealed class DisputedCaseOnSqlite() : DisputedCaseTests("sqlite");

public sealed class DisputedCaseOnPostgres() : DisputedCaseTests("postgres");
