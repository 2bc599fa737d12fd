using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class MergeTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task Two_reports_become_one_case_the_one_further_on_leads_and_both_reporters_are_answered()
    {
        var (lead, clerk, handler) = await DispatchedAsync();
        var late = await FileAsync(text: "门口路灯又不亮了");
        var merged = await DoAsync(clerk, lead.Id, "merge", new { version = lead.Version, with = late.Number });
        Assert.Equal((late.Id, CaseStatus.Merged, null), (merged.Id, merged.Status, merged.DueAt));
        var now = await NowAsync(lead.Id);
        Assert.Equal((1, lead.DueAt), (now.Joined, now.DueAt));
        Assert.Contains("门口路灯又不亮了", (await clerk.PageAsync($"/desk/cases/{lead.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var handled = await DoAsync(handler, lead.Id, "handle", new { version = now.Version, remark = "线路已修复" });
        await DoAsync(clerk, lead.Id, "close", new { version = handled.Version, remark = "线路已修复，谢谢您" });
        Assert.Equal(["cases.Close", "cases.Handle", "cases.Merge", "cases.Receive"], await ToldAsync(late.Id));
        Assert.Equal(["cases.Accept", "cases.Close", "cases.Dispatch", "cases.Handle", "cases.Receive"], await ToldAsync(lead.Id));
    }

    [Fact]
    public async Task Among_equals_the_one_due_first_leads()
    {
        var (first, second) = (await FileAsync(), await FileAsync());
        var clerk = await ClerkAsync();
        await DoAsync(clerk, first.Id, "merge", new { version = first.Version, with = second.Number, remark = "同一件事" });
        Assert.Equal((CaseStatus.Received, 1), ((await NowAsync(first.Id)).Status, (await NowAsync(first.Id)).Joined));
        Assert.Equal(first.Id, (await NowAsync(second.Id)).MasterId);
    }

    [Fact]
    public async Task A_case_that_rang_when_it_was_merged_rings_again_when_that_is_undone_and_not_between()
    {
        var (lead, clerk, _) = await DispatchedAsync();
        var other = await FileAsync();
        var raised = await DoAsync(clerk, other.Id, "regrade", new { version = 1, level = 1, remark = "有人受伤" });
        var merged = await DoAsync(clerk, other.Id, "merge", new { version = raised.Version, with = lead.Number });
        Assert.DoesNotContain(other.Number, (await clerk.PageAsync("/desk")).QuerySelector(".alarms")?.TextContent ?? "", StringComparison.Ordinal);
        var alone = await DoAsync(clerk, other.Id, "unmerge", new { version = merged.Version, remark = "不是同一处" });
        Assert.NotNull((await NowAsync(other.Id)).AlarmAt);
        await DoAsync(clerk, other.Id, "acknowledge", new { version = alone.Version });
    }

    [Fact]
    public async Task Undoing_a_merge_gives_back_what_was_there()
    {
        var (lead, clerk, _) = await DispatchedAsync();
        var (other, _, otherHandler) = await DispatchedAsync();
        var before = await NowAsync(other.Id);
        var merged = await DoAsync(clerk, other.Id, "merge", new { version = other.Version, with = lead.Number });
        Assert.Equal(other.Id, merged.Id);
        var leadVersion = (await NowAsync(lead.Id)).Version;
        await DoAsync(clerk, other.Id, "unmerge", new { version = merged.Version, remark = "不是同一处" });

        var after = await NowAsync(other.Id);
        Assert.Equal(
            (before.Status, before.DueAt, before.HandleDueAt, before.UnitId, before.AccountableUnitId, before.NextAlertAt, null, null, null),
            (after.Status, after.DueAt, after.HandleDueAt, after.UnitId, after.AccountableUnitId, after.NextAlertAt, after.MasterId, after.MergedFrom, after.ClosedAt));
        Assert.Equal((0, leadVersion + 1), ((await NowAsync(lead.Id)).Joined, (await NowAsync(lead.Id)).Version));
        await DoAsync(otherHandler, other.Id, "take", new { version = after.Version });
    }

    [Fact]
    public async Task A_case_that_others_follow_does_not_follow_another_and_scope_is_kept()
    {
        var (lead, clerk, _) = await DispatchedAsync();
        await DoAsync(clerk, lead.Id, "merge", new { version = lead.Version, with = (await FileAsync()).Number });
        var (second, _, _) = await DispatchedAsync();
        await DoAsync(clerk, second.Id, "merge", new { version = second.Version, with = (await FileAsync()).Number });
        var both = await clerk.PostAsJsonAsync($"/api/v1/cases/{lead.Id}/merge", new { version = (await NowAsync(lead.Id)).Version, with = second.Number });
        Assert.Equal("cases.leads-others", (await both.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        var elsewhere = await FileAsync(OtherStreet);
        foreach (var with in new[] { elsewhere.Number, elsewhere.Id.ToString(), lead.Number, "没有的编号" })
            Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/cases/{lead.Id}/merge", new { version = (await NowAsync(lead.Id)).Version, with })).StatusCode);
    }

    [Fact]
    public async Task Of_two_clerks_who_merge_the_same_case_at_once_one_is_told_what_happened()
    {
        var (lead, clerk, _) = await DispatchedAsync();
        var (one, two) = (await FileAsync(), await FileAsync());
        var answers = await Task.WhenAll(new[] { one, two }.Select(c => clerk.PostAsJsonAsync($"/api/v1/cases/{lead.Id}/merge", new { version = lead.Version, with = c.Number })));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(1, (await NowAsync(lead.Id)).Joined);
    }

    [Fact]
    public async Task What_one_reporter_says_of_a_merged_case_the_other_does_not_read()
    {
        var (first, second) = (await App.ReportAsync("水管爆了，满地是水"), await App.ReportAsync("水管爆裂，没人管"));
        var (lead, joins) = (await App.CaseAsync(first), await App.CaseAsync(second));
        var centre = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        await DoAsync(centre, lead.Id, "merge", new { version = lead.Version, with = joins.Number });
        await App.CloseAsync(first, TimeProvider.System.GetUtcNow());
        using var browser = App.Stranger();
        await browser.SubmitAsync($"/r/{second}", new() { ["Form.Words"] = "我家在三号楼，还在漏" }, "not-fixed");

        Assert.Equal((CaseStatus.Accepted, CaseStatus.Merged), ((await NowAsync(lead.Id)).Status, (await NowAsync(joins.Id)).Status));
        Assert.Contains("三号楼", (await centre.PageAsync($"/desk/cases/{lead.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("三号楼", await browser.GetStringAsync($"/r/{first}"), StringComparison.Ordinal);
        Assert.DoesNotContain("满地是水", await browser.GetStringAsync($"/r/{second}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_a_new_report_sees_open_ones_of_the_same_thing_with_reasons_and_merges_by_two_presses()
    {
        var thing = Guid.NewGuid().ToString("N")[..6];
        var first = await FileAsync(text: $"{thing}号楼下的化粪池满溢，污水流到马路上");
        var other = await FileAsync(text: $"{thing}号楼前污水横流，化粪池满溢没人管");
        await FileAsync(OtherStreet, text: $"{thing}号楼前污水横流，化粪池满溢没人管");
        var clerk = await ClerkAsync();
        var like = (await JsonAsync(clerk, $"/api/v1/cases/{other.Id}/like")).EnumerateArray().ToList();
        Assert.Equal(first.Id, like[0].GetProperty("case").GetProperty("id").GetGuid());
        Assert.Contains(like[0].GetProperty("words").EnumerateArray(), word => word.GetString()!.Contains("化粪池满溢", StringComparison.Ordinal));

        var page = await clerk.PageAsync($"/desk/cases/{other.Id}");
        var merge = page.QuerySelector($"main a[href='/desk/cases/{other.Id}/merge?with={first.Number}']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(merge, [], "merge")).StatusCode);
        Assert.Equal(first.Id, (await NowAsync(other.Id)).MasterId);
    }

    private async Task<List<string>> ToldAsync(Guid id)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var subject = $"case/{id}";
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Database.SqlQuery<string>($"SELECT purpose AS \"Value\" FROM platform_message WHERE subject = {subject} ORDER BY purpose").ToListAsync();
    }
}

public sealed class MergeOnSqlite() : MergeTests("sqlite");

public sealed class MergeOnPostgres() : MergeTests("postgres");
