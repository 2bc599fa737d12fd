using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.ResumeCase;
using Linli.Cases.Showing;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class ClockOfAUnitTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_suspension_stops_the_clock_only_when_granted_and_resuming_gives_the_time_back()
    {
        var (found, clerk, handler) = await TakenAsync();
        var asked = await DoAsync(handler, found.Id, "suspend", new { version = found.Version, until = In(20), remark = "等待配件到货" });
        Assert.Equal((CaseStatus.Handling, found.DueAt), (asked.Status, asked.DueAt));
        Assert.True(await IsOnTheDeskAsync(clerk, found));   // somebody has to answer

        var granted = await DoAsync(clerk, found.Id, "answer", new { version = asked.Version, granted = true });
        Assert.Equal((CaseStatus.Suspended, null), (granted.Status, granted.DueAt));
        var resumed = await DoAsync(handler, found.Id, "resume", new { version = granted.Version });
        Assert.Equal(CaseStatus.Handling, resumed.Status);
        Assert.True(resumed.DueAt >= found.DueAt, $"{resumed.DueAt} < {found.DueAt}");
        await DoAsync(handler, found.Id, "handle", new { version = resumed.Version, remark = "配件已换" });
    }

    [Fact]
    public async Task A_suspended_case_goes_on_by_itself_on_its_day()
    {
        var (found, clerk, handler) = await TakenAsync();
        var asked = await DoAsync(handler, found.Id, "suspend", new { version = found.Version, until = In(1), remark = "等待天气转好" });
        await DoAsync(clerk, found.Id, "answer", new { version = asked.Version, granted = true });
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        await db.Cases.Where(c => c.Id == found.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.SuspendedUntil, past));
        await App.RunJobAsync("cases.resume");

        var now = await NowAsync(found.Id);
        Assert.Equal((CaseStatus.Handling, null), (now.Status, now.SuspendedUntil));
        Assert.NotNull(now.DueAt);
        Assert.NotNull(now.Pauses!.Single().To);
        Assert.Equal(CaseAction.Resume, (await db.History.AsNoTracking().Where(h => h.CaseId == found.Id).OrderBy(h => h.At).LastAsync()).Action);
    }

    [Fact]
    public async Task A_case_that_was_late_when_it_was_suspended_does_not_get_later_while_it_stands_still()
    {
        var (found, clerk, handler) = await TakenAsync();
        await DispatchedBeforeAsync(found, TimeSpan.FromDays(200));
        var asked = await DoAsync(handler, found.Id, "suspend", new { version = found.Version, until = In(20), remark = "等待配件到货" });
        var granted = await DoAsync(clerk, found.Id, "answer", new { version = asked.Version, granted = true });

        var (suspended, calendars, today) = (await NowAsync(found.Id), App.Services.GetRequiredService<ICalendars>(), TimeProvider.System.GetUtcNow());
        var late = CaseDeadline.Of(suspended, calendars, today)!;
        Assert.True(late is { Paused: true, Remaining.TotalDays: < -30 }, late.ToString());
        Assert.Equal(late, CaseDeadline.Of(suspended, calendars, today.AddDays(15)));
        Assert.False(suspended.NextAlertAt > suspended.Pauses![0].From);   // of what would have come after, nothing is told
        Assert.Contains("挂起时已超时", (await clerk.PageAsync($"/desk/cases/{found.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await DoAsync(handler, found.Id, "resume", new { version = granted.Version });
        var running = await NowAsync(found.Id);
        Assert.True(CaseDeadline.Of(running, calendars, today.AddDays(15))!.Remaining < late.Remaining - TimeSpan.FromDays(14));   // from now on it does
    }

    [Fact]
    public async Task More_time_is_granted_twice_at_most_and_never_more_than_the_limit()
    {
        var (found, clerk, handler) = await TakenAsync();
        var limit = found.Promise.Handle.Amount;
        var tooLong = await handler.PostAsJsonAsync($"/api/v1/cases/{found.Id}/extend", new { version = found.Version, amount = limit + 1, remark = "工程量大" });
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        var (version, due) = (found.Version, found.DueAt);
        for (var time = 0; time < Case.MostExtensions; time++)
        {
            var asked = await DoAsync(handler, found.Id, "extend", new { version, amount = limit, remark = "工程量大" });
            Assert.Equal(due, asked.DueAt);
            var granted = await DoAsync(clerk, found.Id, "answer", new { version = asked.Version, granted = true });
            Assert.True(granted.DueAt > due);
            (version, due) = (granted.Version, granted.DueAt);
        }
        var third = await handler.PostAsJsonAsync($"/api/v1/cases/{found.Id}/extend", new { version, amount = limit, remark = "还是不够" });
        Assert.Equal("cases.extended-enough", (await third.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_is_refused_says_why_and_changes_nothing()
    {
        var (found, clerk, handler) = await TakenAsync();
        var asked = await DoAsync(handler, found.Id, "suspend", new { version = found.Version, until = In(5), remark = "等待批文" });
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/cases/{found.Id}/answer", new { version = asked.Version, granted = false })).StatusCode);
        var refused = await DoAsync(clerk, found.Id, "answer", new { version = asked.Version, granted = false, remark = "批文已下" });
        Assert.Equal((CaseStatus.Handling, found.DueAt), (refused.Status, refused.DueAt));
        Assert.Equal(HttpStatusCode.BadRequest, (await handler.PostAsJsonAsync($"/api/v1/cases/{found.Id}/suspend", new { version = refused.Version, until = In(90), remark = "再等等" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await handler.PostAsJsonAsync($"/api/v1/cases/{found.Id}/suspend", new { version = refused.Version, until = In(-1), remark = "再等等" })).StatusCode);
    }

    [Fact]
    public async Task Pushing_is_counted_and_seen_by_the_unit()
    {
        var (found, clerk, handler) = await TakenAsync();
        await DoAsync(clerk, found.Id, "urge", new { version = found.Version, remark = "居民反映强烈，请尽快" });
        Assert.Equal(1, (await NowAsync(found.Id)).Urged);
        Assert.Contains("催办 1 次", (await handler.PageAsync($"/desk/cases?q={found.Number}")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Case Found, HttpClient Clerk, HttpClient Handler)> TakenAsync()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        await DoAsync(handler, found.Id, "take", new { version = found.Version });
        return (await NowAsync(found.Id), clerk, handler);
    }

    private async Task DispatchedBeforeAsync(Case found, TimeSpan time)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var dispatched = found.DispatchedAt - time;
        await scope.ServiceProvider.GetRequiredService<AppDb>().Cases.Where(c => c.Id == found.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.DispatchedAt, dispatched));
    }

    private DateOnly In(int days) => App.Services.GetRequiredService<SiteTime>().Date(TimeProvider.System.GetUtcNow()).AddDays(days);
}

public sealed class ClockOfAUnitOnSqlite() : ClockOfAUnitTests("sqlite");

public sealed class ClockOfAUnitOnPostgres() : ClockOfAUnitTests("postgres");
