using System.Net;
using System.Net.Http.Json;
using Linli.Cases;
using Linli.Cases.Alerts;
using Linli.Cases.History;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class LevelTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_clerk_changes_the_level_with_a_reason_and_list_page_and_history_show_it_while_the_limit_stays()
    {
        var (filed, clerk, _) = await DispatchedAsync();
        var before = await NowAsync(filed.Id);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync($"/desk/cases/{filed.Id}/regrade", new() { ["Form.Level"] = "3" }, "regrade")).StatusCode);
        var graded = await clerk.SubmitAsync($"/desk/cases/{filed.Id}/regrade", new() { ["Form.Level"] = "3", ["Form.Remark"] = "涉及多户用电" }, "regrade");
        Assert.True(graded.GoesTo() == $"/desk/cases/{filed.Id}?done=Regrade", (await graded.PageAsync()).QuerySelector(".error-summary")?.TextContent ?? graded.StatusCode.ToString());
        var after = await NowAsync(filed.Id);
        Assert.Equal((3, before.DueAt, null), (after.Level, after.DueAt, after.AlarmAt));
        var page = await clerk.PageAsync($"/desk/cases/{filed.Id}");
        Assert.Contains("较急", page.QuerySelector(".page-title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(" → 较急", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("较急", (await clerk.PageAsync($"/desk/cases?q={filed.Number}")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_other_level_is_refused_and_who_handles_cases_does_not_grade_them()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        foreach (var level in new int?[] { 0, 6, null, found.Level })
            Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/regrade", new { version = found.Version, level, remark = "理由" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.PostAsJsonAsync($"/api/v1/cases/{found.Id}/regrade", new { version = found.Version, level = 1, remark = "理由" })).StatusCode);
        Assert.Equal((found.Level, found.Version), ((await NowAsync(found.Id)).Level, (await NowAsync(found.Id)).Version));
    }

    [Fact]
    public async Task A_case_raised_to_the_first_level_rings_on_every_page_of_its_street_and_district_and_nowhere_else()
    {
        var (filed, clerk, centre) = (await FileAsync(), await ClerkAsync(), await CentreAsync());
        await RaiseAsync(clerk, filed);
        foreach (var (who, address) in new[] { (clerk, "/desk"), (clerk, "/desk/hot"), (centre, "/desk/figures"), (centre, "/desk/me") })
            Assert.True(await RingsAsync(who, filed, address), address);
        Assert.Equal("assertive", (await clerk.PageAsync("/desk")).QuerySelector("#desk-alarms")!.GetAttribute("aria-live"));
        Assert.False(await RingsAsync(await ClerkAsync(OtherStreet), filed));
        Assert.Null((await (await App.SignInAsync(App.DemoUser(DemoRole.Handler))).PageAsync("/desk")).QuerySelector("#desk-alarms"));
        await DoAsync(centre, filed.Id, "acknowledge", new { version = (await NowAsync(filed.Id)).Version });
    }

    [Fact]
    public async Task Of_many_alarms_the_newest_are_on_the_page_with_a_way_to_all_of_them()
    {
        var clerk = await ClerkAsync();
        var raised = new List<Case>();
        for (var i = 0; i < 6; i++) raised.Add(await FileAsync());
        foreach (var filed in raised) await RaiseAsync(clerk, filed);
        var alarms = (await clerk.PageAsync("/desk/alarms")).QuerySelector("#desk-alarms")!;
        Assert.Equal(5, alarms.QuerySelectorAll(".notice").Length);
        Assert.True(await RingsAsync(clerk, raised[^1]));
        Assert.NotNull(alarms.QuerySelector("a[href='/desk/cases?level=1']"));
        foreach (var filed in raised) await DoAsync(clerk, filed.Id, "acknowledge", new { version = (await NowAsync(filed.Id)).Version });
    }

    [Fact]
    public async Task A_case_that_comes_in_at_the_first_level_rings_and_tells_open_pages_at_once()
    {
        var code = NewCode();
        await OpenAsync(code, c => c.Level = 1);
        var centre = await CentreAsync();
        using var line = new StreamReader(await centre.GetStreamAsync("/live/cases,alarms"));
        var filed = await FileAsync(channel: code);
        var heard = false;
        using var end = new CancellationTokenSource(Soon.Patience);
        while (!heard && await line.ReadLineAsync(end.Token) is { } said)
            heard = said == "event: alarms" && (await line.ReadLineAsync(end.Token))!.EndsWith(filed.Id.ToString(), StringComparison.Ordinal);
        Assert.True(heard);
        Assert.True(await RingsAsync(centre, filed));
        Assert.Contains(CaseAction.Alarm, await DoneAsync(filed.Id));
        await DoAsync(centre, filed.Id, "acknowledge", new { version = (await NowAsync(filed.Id)).Version });
    }

    [Fact]
    public async Task Who_answers_the_alarm_silences_it_for_all_and_stands_in_the_history()
    {
        var (filed, clerk, centre) = (await FileAsync(), await ClerkAsync(), await CentreAsync());
        await RaiseAsync(clerk, filed);
        var page = await clerk.PageAsync("/desk");
        var form = page.QuerySelector($"#desk-alarms form[action='/desk/cases/{filed.Id}/acknowledge']")!;
        var answer = await clerk.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))));
        Assert.Equal($"/desk/cases/{filed.Id}?done=Acknowledge", answer.GoesTo());
        Assert.False(await RingsAsync(centre, filed));
        var entry = await App.ReadAsync(db => db.History.AsNoTracking().SingleAsync(h => h.CaseId == filed.Id && h.Action == CaseAction.Acknowledge));
        Assert.Equal(ActorKind.Staff, entry.ActorKind);
        Assert.Contains(entry.ActorName, (await centre.PageAsync($"/desk/cases/{filed.Id}")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await centre.PostAsJsonAsync($"/api/v1/cases/{filed.Id}/acknowledge", new { version = (await NowAsync(filed.Id)).Version })).StatusCode);
    }

    [Fact]
    public async Task An_alarm_that_nobody_answers_in_time_is_heard_by_those_above_once()
    {
        var (filed, clerk) = (await FileAsync(), await ClerkAsync());
        var above = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        await RaiseAsync(clerk, filed);
        await EscalateAsync();
        Assert.False(await RingsAsync(above, filed));
        Assert.Equal(HttpStatusCode.Forbidden, (await above.PostAsJsonAsync($"/api/v1/cases/{filed.Id}/acknowledge", new { version = (await NowAsync(filed.Id)).Version })).StatusCode);
        await App.ReadAsync(async db =>
        {
            await using var work = await db.BeginAsync();
            await db.Cases.Where(c => c.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.AlarmAt, DateTimeOffset.UtcNow.AddMinutes(-6)));
            await work.CommitAsync();
            return true;
        });
        await EscalateAsync();
        await EscalateAsync();
        Assert.Equal(2, (await DoneAsync(filed.Id)).Count(a => a is CaseAction.Alarm));
        Assert.True(await RingsAsync(above, filed));
        await DoAsync(above, filed.Id, "acknowledge", new { version = (await NowAsync(filed.Id)).Version });
        Assert.False(await RingsAsync(clerk, filed));
    }

    [Fact]
    public async Task An_alarm_ends_when_the_case_is_of_a_lower_level_again_or_over()
    {
        var (one, two, clerk) = (await FileAsync(), await FileAsync(), await ClerkAsync());
        await RaiseAsync(clerk, one);
        await RaiseAsync(clerk, two);
        await DoAsync(clerk, one.Id, "regrade", new { version = (await NowAsync(one.Id)).Version, level = 3, remark = "核实后不紧急" });
        await DoAsync(clerk, two.Id, "decline", new { version = (await NowAsync(two.Id)).Version, remark = "误报" });
        Assert.Equal((null, null), ((await NowAsync(one.Id)).AlarmAt, (await NowAsync(two.Id)).AlarmAt));
        Assert.False(await RingsAsync(clerk, one) || await RingsAsync(clerk, two));
    }

    private Task<HttpClient> CentreAsync() => App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));

    private static async Task RaiseAsync(HttpClient clerk, Case filed) => await DoAsync(clerk, filed.Id, "regrade", new { version = filed.Version, level = 1, remark = "危及安全" });

    private Task EscalateAsync() => App.RunJobAsync("cases.escalate-alarms");

    private Task<List<CaseAction>> DoneAsync(Guid id) => App.ReadAsync(db => db.History.Where(h => h.CaseId == id).Select(h => h.Action).ToListAsync());

    /// <summary>Whether an alarm of the case is on a page.</summary>
    private static async Task<bool> RingsAsync(HttpClient who, Case found, string address = "/desk/alarms") =>
        (await who.PageAsync(address)).QuerySelector($"#desk-alarms a[href='/desk/cases/{found.Id}']") is not null;
}

public sealed class LevelOnSqlite() : LevelTests("sqlite");

public sealed class LevelOnPostgres() : LevelTests("postgres");
