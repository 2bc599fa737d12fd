using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Linli.Cases;
using Linli.Cases.FollowUp;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class SecondLookTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task Who_rates_not_satisfied_brings_the_case_before_a_supervisor_who_sends_it_back_or_explains()
    {
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        foreach (var (sendBack, status) in new[] { ("true", CaseStatus.Accepted), ("false", CaseStatus.Closed) })
        {
            var (found, resident, address) = await DissatisfiedAsync("灯还是忽明忽暗");
            Assert.Contains("再次核查", (await resident.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            var page = await supervisor.PageAsync("/desk/second-looks");
            Assert.Contains("灯还是忽明忽暗", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

            Assert.Equal(HttpStatusCode.BadRequest, (await DecideAsync(supervisor, page, found, new() { ["SendBack"] = sendBack })).StatusCode);   // words are needed
            Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(supervisor, page, found, new() { ["SendBack"] = sendBack, ["Words"] = "镇流器须更换" })).StatusCode);
            Assert.Equal(status, (await NowAsync(found.Id)).Status);
            Assert.Null(await WaitingAsync(supervisor, found));
            Assert.DoesNotContain("再次核查", (await resident.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            if (status is CaseStatus.Closed) Assert.Contains("镇流器须更换", (await resident.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_satisfied_keeps_no_supervisor_busy()
    {
        var found = await ClosedCaseAsync();
        await RateAsync(await FollowUpOfAsync(found), satisfied: true);
        Assert.Null(await WaitingAsync(await App.SignInAsync(App.DemoUser(DemoRole.Supervisor)), found));
    }

    [Fact]
    public async Task A_reporter_who_then_says_that_it_is_not_fixed_needs_no_second_look()
    {
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var (found, resident, address) = await DissatisfiedAsync("没修好");
        var look = (await WaitingAsync(supervisor, found))!.Value;
        Assert.Equal(HttpStatusCode.Redirect, (await resident.SubmitAsync(address, new() { ["Form.Words"] = "还是不亮" }, "not-fixed")).StatusCode);
        Assert.Null(await WaitingAsync(supervisor, found));
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.PostAsJsonAsync($"/api/v1/second-looks/{found.Id}", new { version = look.GetProperty("version").GetInt32(), sendBack = false, words = "已经修好" })).StatusCode);
    }

    [Fact]
    public async Task A_supervisor_who_saw_the_case_before_somebody_else_spoke_is_told_what_they_said()
    {
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var (found, _, _) = await DissatisfiedAsync("没修好");
        var stale = await supervisor.PostAsJsonAsync($"/api/v1/second-looks/{found.Id}", new { version = found.Version, sendBack = true, words = "重新办理" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("rate", (await stale.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("since")[0].GetProperty("action").GetString());
    }

    [Fact]
    public async Task The_reporter_of_a_merged_report_brings_the_case_that_leads_before_a_supervisor()
    {
        var (lead, clerk, handler) = await DispatchedAsync();
        var merged = await FileAsync(text: "门口路灯又不亮了");
        await DoAsync(clerk, lead.Id, "merge", new { version = lead.Version, with = merged.Number });
        var handled = await DoAsync(handler, lead.Id, "handle", new { version = (await NowAsync(lead.Id)).Version, remark = "修好了" });
        await DoAsync(clerk, lead.Id, "close", new { version = handled.Version, remark = "修好了" });
        await RateAsync(await FollowUpOfAsync(merged), satisfied: false, "我这边还是黑的");
        var look = (await WaitingAsync(await App.SignInAsync(App.DemoUser(DemoRole.Supervisor)), lead))!.Value;
        Assert.Equal("我这边还是黑的", Assert.Single(look.GetProperty("said").EnumerateArray()).GetProperty("words").GetString());
    }

    [Fact]
    public async Task Second_looks_are_for_those_who_supervise_where_the_case_is()
    {
        var (found, _, _) = await DissatisfiedAsync("没修好");
        Assert.Null(await WaitingAsync(await App.ApiKeyAsync(OtherStreet, "cases.see", "cases.supervise"), found));
        Assert.NotNull(await WaitingAsync(await App.ApiKeyAsync(Street, "cases.see", "cases.supervise"), found));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ClerkAsync()).GetAsync("/api/v1/second-looks")).StatusCode);
    }

    /// <summary>A closed case, with who reported it and rated it so.</summary>
    private async Task<(Case Found, HttpClient Resident, string Address)> DissatisfiedAsync(string words)
    {
        var found = await ClosedCaseAsync();
        var address = await FollowUpOfAsync(found);
        return (found, await RateAsync(address, satisfied: false, words), address);
    }

    private async Task<HttpClient> RateAsync(string address, bool satisfied, string words = "")
    {
        var resident = App.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await resident.SubmitAsync(address, new() { ["Form.Satisfied"] = satisfied ? "true" : "false", ["Form.Words"] = words }, "rate")).StatusCode);
        return resident;
    }

    private static Task<HttpResponseMessage> DecideAsync(HttpClient supervisor, IHtmlDocument page, Case found, Dictionary<string, string?> fields) =>
        supervisor.SubmitAsync("/desk/second-looks", page, fields, $"look-{found.Id:N}");

    private static async Task<JsonElement?> WaitingAsync(HttpClient who, Case found)
    {
        var waiting = (await JsonAsync(who, "/api/v1/second-looks")).EnumerateArray().Where(look => look.GetProperty("id").GetGuid() == found.Id).ToList();
        return waiting is [var look] ? look : null;
    }

    private async Task<string> FollowUpOfAsync(Case found)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return scope.ServiceProvider.GetRequiredService<FollowUpKeys>().PassTo(found.Id);
    }
}

public sealed class SecondLookOnSqlite() : SecondLookTests("sqlite");

public sealed class SecondLookOnPostgres() : SecondLookTests("postgres");
