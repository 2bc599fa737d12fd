using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.FollowUp;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class SplitTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_report_of_two_matters_goes_on_in_parts_and_closes_with_the_last_of_them()
    {
        var (whole, clerk) = (await FileAsync(text: "路灯不亮，旁边的井盖也破了"), await ClerkAsync());
        var other = await OtherLeafAsync(whole);
        var split = await DoAsync(clerk, whole.Id, "split", new { version = 1, remark = "两件事", parts = new object[] { new { text = "路灯不亮", categoryCode = whole.CategoryCode }, new { text = "井盖破损", categoryCode = other } } });
        Assert.Equal((CaseStatus.Split, (DateTimeOffset?)null), (split.Status, split.DueAt));
        var parts = await PartsAsync(whole.Id);
        Assert.Equal([(whole.Number + "-1", whole.CategoryCode), (whole.Number + "-2", other)], parts.Select(p => (p.Number, p.CategoryCode)));
        Assert.All(parts, p => Assert.Equal((CaseStatus.Accepted, whole.DivisionCode, whole.ReceivedAt), (p.Status, p.DivisionCode, p.ReceivedAt)));
        Assert.All(parts, p => Assert.NotNull(p.DueAt));   // each has its own clock

        await CloseAsync(clerk, parts[0]);
        Assert.Equal(CaseStatus.Split, (await NowAsync(whole.Id)).Status);
        await DoAsync(clerk, parts[1].Id, "decline", new { version = parts[1].Version, remark = "已有他人反映" });
        var closed = await NowAsync(whole.Id);
        Assert.Equal((CaseStatus.Closed, true), (closed.Status, closed.OnTime));
        Assert.Contains(parts[0].Number, (await clerk.PageAsync($"/desk/cases/{whole.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clerks_who_close_the_last_two_parts_at_once_both_succeed_and_the_whole_closes_once()
    {
        var (whole, clerk) = (await FileAsync(), await ClerkAsync());
        await DoAsync(clerk, whole.Id, "split", new { version = 1, parts = new[] { new { text = "第一件事", categoryCode = whole.CategoryCode }, new { text = "第二件事", categoryCode = whole.CategoryCode } } });
        var parts = await PartsAsync(whole.Id);
        var answers = await Task.WhenAll(parts.Select(p => clerk.PostAsJsonAsync($"/api/v1/cases/{p.Id}/decline", new { version = p.Version, remark = "重复" })));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(CaseStatus.Closed, (await NowAsync(whole.Id)).Status);
        await using var scope = App.Services.CreateSystemScope("test");
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<AppDb>().History.CountAsync(h => h.CaseId == whole.Id && h.Action == CaseAction.Complete));
    }

    [Fact]
    public async Task Clerks_whose_requests_are_safe_to_repeat_end_all_parts_at_once_too()
    {
        var (whole, clerk) = (await FileAsync(), await ClerkAsync());
        await DoAsync(clerk, whole.Id, "split", new { version = 1, parts = Enumerable.Range(1, 6).Select(i => new { text = $"第 {i} 件事", categoryCode = whole.CategoryCode }).ToArray() });
        var answers = await Task.WhenAll((await PartsAsync(whole.Id)).Select(p =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{p.Id}/decline") { Content = JsonContent.Create(new { version = p.Version, remark = "重复" }) };
            request.Headers.Add("Idempotency-Key", p.Id.ToString());
            return clerk.SendAsync(request);
        }));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal((CaseStatus.Closed, 0), ((await NowAsync(whole.Id)).Status, (await NowAsync(whole.Id)).PartsOpen));
    }

    [Fact]
    public async Task The_reporter_follows_the_whole_and_the_unit_of_a_part_can_ask_for_the_reporter()
    {
        var (whole, clerk) = (await FileAsync(), await ClerkAsync());
        await DoAsync(clerk, whole.Id, "split", new { version = 1, parts = new[] { new { text = "先修路灯", categoryCode = whole.CategoryCode }, new { text = "再补井盖", categoryCode = whole.CategoryCode } } });
        var part = (await PartsAsync(whole.Id))[0];
        await CloseAsync(clerk, part, "路灯修好了");
        var key = await FollowUpOfAsync(whole.Id);
        var nodes = (await JsonAsync(App.CreateClient(), $"/api/v1/follow-up/{key}")).GetProperty("nodes").EnumerateArray().ToList();
        Assert.Contains(nodes, n => n.TryGetProperty("part", out var about) && about.GetString() == "先修路灯" && n.TryGetProperty("words", out var words) && words.GetString() == "路灯修好了");
        var revealed = await clerk.PostAsJsonAsync($"/api/v1/cases/{part.Id}/reveal", new { reason = "约上门时间" });
        Assert.Equal("10020000001", (await revealed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("phone").GetString());
    }

    [Fact]
    public async Task A_part_is_not_split_merged_or_taken_up_again_by_itself()
    {
        var (whole, clerk) = (await FileAsync(), await ClerkAsync());
        await DoAsync(clerk, whole.Id, "split", new { version = 1, parts = new[] { new { text = "第一件事", categoryCode = whole.CategoryCode }, new { text = "第二件事", categoryCode = whole.CategoryCode } } });
        var part = (await PartsAsync(whole.Id))[0];
        var (another, _, _) = await DispatchedAsync();   // further on, so it would lead
        await RefusedAsync(clerk, part, "split", new { version = part.Version, parts = new[] { new { text = "甲事" }, new { text = "乙事" } } });
        await RefusedAsync(clerk, part, "merge", new { version = part.Version, with = another.Number });
        await CloseAsync(clerk, part);
        await RefusedAsync(clerk, part, "reopen", new { version = (await NowAsync(part.Id)).Version, remark = "没修好" });
    }

    [Fact]
    public async Task A_whole_that_is_taken_up_again_can_be_split_again()
    {
        var (whole, clerk) = (await FileAsync(), await ClerkAsync());
        var parts = new[] { new { text = "第一件事", categoryCode = whole.CategoryCode }, new { text = "第二件事", categoryCode = whole.CategoryCode } };
        await DoAsync(clerk, whole.Id, "split", new { version = 1, parts });
        foreach (var part in await PartsAsync(whole.Id)) await DoAsync(clerk, part.Id, "decline", new { version = part.Version, remark = "重复" });
        var again = await DoAsync(clerk, whole.Id, "reopen", new { version = (await NowAsync(whole.Id)).Version, remark = "没有解决" });
        await DoAsync(clerk, whole.Id, "split", new { version = again.Version, parts });
        Assert.Equal([1, 2, 3, 4], (await PartsAsync(whole.Id)).Select(p => int.Parse(p.Number.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Fewer_than_two_parts_or_an_unknown_category_is_refused_and_nothing_is_written()
    {
        var (whole, clerk) = (await FileAsync(), await ClerkAsync());
        foreach (var parts in new object[] { new object?[] { null, null }, new[] { new { text = "只有一件", categoryCode = "" } }, new[] { new { text = "甲事", categoryCode = "没有的类" }, new { text = "乙事", categoryCode = "" } } })
            Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/cases/{whole.Id}/split", new { version = 1, parts })).StatusCode);
        Assert.Empty(await PartsAsync(whole.Id));
        Assert.Equal((CaseStatus.Received, 1), ((await NowAsync(whole.Id)).Status, (await NowAsync(whole.Id)).Version));
    }

    [Fact]
    public async Task A_clerk_splits_a_case_on_its_page()
    {
        var (whole, clerk) = (await FileAsync(), await ClerkAsync());
        var answer = await clerk.SubmitAsync($"/desk/cases/{whole.Id}/split", new() { ["Form.Parts[0].Text"] = "修路灯", ["Form.Parts[0].CategoryCode"] = whole.CategoryCode!, ["Form.Parts[1].Text"] = "补井盖", ["Form.Remark"] = "" }, "split");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["修路灯", "补井盖"], (await PartsAsync(whole.Id)).Select(p => p.Text));
    }

    private async Task CloseAsync(HttpClient clerk, Case part, string answer = "办好了")
    {
        var unit = part.UnitId ?? OtherUnit(part);
        var sent = await DoAsync(clerk, part.Id, "dispatch", new { version = part.Version, unitId = unit });
        var done = await DoAsync(await HandlerOfAsync(unit), part.Id, "handle", new { version = sent.Version, remark = "处置完毕" });
        await DoAsync(clerk, part.Id, "close", new { version = done.Version, remark = answer });
    }

    private static async Task RefusedAsync(HttpClient clerk, Case part, string verb, object command)
    {
        var refused = await clerk.PostAsJsonAsync($"/api/v1/cases/{part.Id}/{verb}", command);
        Assert.Contains("cases.part-of-whole", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    /// <summary>Another leaf that the responsibility list knows where the case is.</summary>
    private async Task<string> OtherLeafAsync(Case found)
    {
        var taxonomy = await App.Services.GetRequiredService<TaxonomyCache>().GetAsync(default);
        return taxonomy.Leaves.Last(l => l.Code != found.CategoryCode && taxonomy.Responsibilities.Find(l.Code, found.DivisionCode) is not null).Code;
    }

    private async Task<string> FollowUpOfAsync(Guid id)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return scope.ServiceProvider.GetRequiredService<FollowUpKeys>().PassTo(id)["/r/".Length..];
    }

    private async Task<List<Case>> PartsAsync(Guid whole)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Cases.AsNoTracking().Where(c => c.WholeId == whole).OrderBy(c => c.Number).ToListAsync();
    }
}

public sealed class SplitOnSqlite() : SplitTests("sqlite");

public sealed class SplitOnPostgres() : SplitTests("postgres");
