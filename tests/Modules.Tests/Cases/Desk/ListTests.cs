using System.Net;
using System.Net.Http.Json;
using Linli.Cases;
using Linli.Cases.Alerts;
using Linli.Cases.Loading;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class ListTests(string database) : DeskTest(database)
{
    [Theory]
    [InlineData("to=9999-12-31")]
    [InlineData("from=0001-01-01")]
    [InlineData("q=%00灯")]
    [InlineData("channel=%00")]
    public async Task Conditions_that_nobody_can_mean_break_neither_the_list_nor_a_saved_one(string conditions)
    {
        var clerk = await ClerkAsync();
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/desk/cases?{conditions}")).StatusCode);
        Assert.True((await clerk.PostAsJsonAsync("/api/v1/filters", new { name = "怪条件" + conditions, query = "?" + conditions, reach = "mine" })).StatusCode is HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/desk/cases")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/api/v1/filters")).StatusCode);
    }

    [Theory]
    [InlineData("路灯")]
    [InlineData("鹭")]
    public async Task A_case_is_found_listed_counted_and_exported_in_its_own_street_only(string word)
    {
        var channel = "test-" + Guid.CreateVersion7().ToString("N")[20..];
        var filed = await FileAsync(text: $"桥边路灯下有白鹭受伤{channel}", channel: channel);
        var (own, other) = (await ClerkAsync(), await ClerkAsync(OtherStreet));
        var where = $"channel={channel}&q={Uri.EscapeDataString(word)}&division={Street}&status=open";
        Assert.Equal(filed.Id, Assert.Single((await JsonAsync(own, $"/api/v1/cases?{where}")).GetProperty("items").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal(1, (await JsonAsync(own, $"/api/v1/cases/counts?{where}")).GetProperty("byStatus").GetProperty("received").GetInt32());
        Assert.Contains(filed.Number, await own.GetStringAsync($"/api/v1/cases/export.csv?{where}"), StringComparison.Ordinal);
        Assert.Single((await own.PageAsync($"/desk/cases?{where}")).QuerySelectorAll("tbody tr"));

        Assert.Empty((await JsonAsync(other, $"/api/v1/cases?{where}")).GetProperty("items").EnumerateArray());
        Assert.Empty((await JsonAsync(other, $"/api/v1/cases/counts?{where}")).GetProperty("byStatus").EnumerateObject());
        Assert.DoesNotContain(filed.Number, await other.GetStringAsync($"/api/v1/cases/export.csv?{where}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/cases/{filed.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/desk/cases/{filed.Id}")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("99")]
    [InlineData("990101")]
    public async Task A_wider_division_in_the_address_shows_no_more_than_one_s_own(string division)
    {
        var channel = "test-" + Guid.CreateVersion7().ToString("N")[20..];
        var filed = await FileAsync(channel: channel);
        foreach (var status in (string[])["open", "all"])   // two orders, two indexes
        {
            var where = $"channel={channel}&division={division}&status={status}";
            Assert.Equal(filed.Id, Assert.Single((await JsonAsync(await ClerkAsync(), $"/api/v1/cases?{where}")).GetProperty("items").EnumerateArray()).GetProperty("id").GetGuid());
            Assert.Empty((await JsonAsync(await ClerkAsync(OtherStreet), $"/api/v1/cases?{where}")).GetProperty("items").EnumerateArray());
            Assert.Empty((await JsonAsync(await ClerkAsync(OtherStreet), $"/api/v1/cases?{where.Replace($"division={division}", $"division={Street}", StringComparison.Ordinal)}")).GetProperty("items").EnumerateArray());
        }
    }

    [Fact]
    public async Task Ended_cases_of_a_street_and_a_category_are_counted_in_all_its_divisions_and_in_no_other()
    {
        var channel = "test-" + Guid.CreateVersion7().ToString("N")[20..];
        var filed = new List<Case> { await FileAsync(channel: channel), await FileAsync(channel: channel), await FileAsync(channel: channel), await FileAsync(OtherStreet, channel: channel) };
        await using (var scope = App.Services.CreateSystemScope("test"))
        {
            var divisions = scope.ServiceProvider.GetRequiredService<IDivisions>();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            foreach (var (ended, i) in filed.Select((c, i) => (c, i)))
            {
                var row = await db.Cases.SingleAsync(c => c.Id == ended.Id);
                row.Restore(new CaseFacts { Status = i == 2 ? CaseStatus.Declined : CaseStatus.Closed, Version = row.Version + 1, ClosedAt = row.ReceivedAt.AddMinutes(1) });
                if (i == 1) row.DivisionCode = divisions.Below(Street)[^1].Code;
                await db.SaveChangesAsync();
            }
        }
        var (category, all) = (filed[0].CategoryCode![..2], "{\"closed\":2,\"declined\":1}");
        foreach (var client in new[] { await ClerkAsync(), await App.ApiKeyAsync("990101", CasesPolicies.See) })
            foreach (var condition in (string[])["", $"&category={category}", $"&category={filed[0].CategoryCode}"])
                Assert.Equal(all, (await JsonAsync(client, $"/api/v1/cases/counts?status=all&channel={channel}&division={Street}{condition}")).GetProperty("byStatus").ToString());
        Assert.Empty((await JsonAsync(await ClerkAsync(), $"/api/v1/cases/counts?status=all&channel={channel}&division={OtherStreet}&category={category}")).GetProperty("byStatus").EnumerateObject());
    }

    [Fact]
    public async Task A_page_past_the_end_of_my_work_is_its_last_page_and_says_so()
    {
        var clerk = await ClerkAsync();
        await FileAsync();
        var desk = await clerk.PageAsync("/desk?page=9999");
        Assert.NotNull(desk.QuerySelector("main table tbody tr"));
        Assert.NotEqual("9999", desk.QuerySelector("main .pager [aria-current]")?.TextContent);
        Assert.Null(desk.QuerySelector("main .pager a[rel=next]"));
    }

    [Fact]
    public async Task A_list_is_paged_by_next_and_an_unchanged_case_is_not_sent_again()
    {
        var channel = "test-" + Guid.CreateVersion7().ToString("N")[20..];
        var filed = await FileAsync(channel: channel);
        await FileAsync(channel: channel);
        var clerk = await ClerkAsync();
        var first = await JsonAsync(clerk, $"/api/v1/cases?channel={channel}&size=1");
        var second = await JsonAsync(clerk, first.GetProperty("next").GetString()!);
        Assert.NotEqual(first.GetProperty("items")[0].GetProperty("id").GetGuid(), second.GetProperty("items")[0].GetProperty("id").GetGuid());
        Assert.False(second.TryGetProperty("next", out _));

        var tag = (await clerk.GetAsync($"/api/v1/cases/{filed.Id}")).Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/cases/{filed.Id}") { Headers = { IfNoneMatch = { tag } } };
        Assert.Equal(HttpStatusCode.NotModified, (await clerk.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Who_reported_is_shown_only_for_a_reason_that_is_kept()
    {
        var filed = await FileAsync();
        var clerk = await ClerkAsync();
        Assert.DoesNotContain("10020000001", await clerk.GetStringAsync($"/desk/cases/{filed.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/cases/{filed.Id}/reveal", new { })).StatusCode);
        var page = await clerk.SubmitAsync($"/desk/cases/{filed.Id}", new() { ["Reason"] = "回访核实" }, "reveal");
        Assert.Contains("10020000001", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var scope = App.Services.CreateSystemScope("test");
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<AppDb>().Set<AuditEntry>().CountAsync(a => a.Action == "cases.reveal" && a.Subject == $"case/{filed.Id}"));
        var handler = await HandlerOfAsync(filed.UnitId!.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await handler.PostAsJsonAsync($"/api/v1/cases/{filed.Id}/reveal", new { reason = "联系" })).StatusCode);   // not dispatched yet
    }

    [Fact]
    public async Task An_alert_is_given_once_however_often_the_job_runs()
    {
        var filed = await FileAsync();
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var past = DateTimeOffset.UnixEpoch.AddYears(56);
        await using (var work = await db.BeginAsync())
        {
            await db.Cases.Where(c => c.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ReceivedAt, past).SetProperty(c => c.NextAlertAt, past));
            await work.CommitAsync();
        }
        for (var round = 0; round < 2; round++) await App.RunJobAsync("cases.give-alerts");
        Assert.Equal(200, (await db.Alerts.AsNoTracking().SingleAsync(a => a.CaseId == filed.Id)).Percent);
        Assert.Equal(1, await db.History.CountAsync(h => h.CaseId == filed.Id && h.Action == CaseAction.Alert));
        Assert.Contains(filed.Number, await (await ClerkAsync()).GetStringAsync("/desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_counter_takes_a_report_down()
    {
        var counter = await App.SignInAsync(App.DemoUser(DemoRole.Counter));
        var answer = await counter.SubmitAsync("/desk/report", new() { ["Form.Text"] = "来电反映路口积水", ["Form.Channel"] = "12345", ["Form.Phone"] = "10020000002" }, "register");
        Assert.StartsWith("/desk/report?filed=LL", answer.GoesTo(), StringComparison.Ordinal);
    }
}

public sealed class ListOnSqlite() : ListTests("sqlite");

public sealed class ListOnPostgres() : ListTests("postgres");
