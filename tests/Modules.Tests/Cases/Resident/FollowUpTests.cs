using System.Net;
using System.Net.Http.Json;
using Linli.Cases;
using Linli.Platform.Access;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Modules.Tests.Cases.Resident;

public abstract class FollowUpTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task A_wrong_link_is_404_with_another_way_in_and_no_search_engine_keeps_any()
    {
        using var browser = App.Stranger();
        var answer = await browser.GetAsync("/r/" + new string('a', 27));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull((await answer.PageAsync()).QuerySelector("form[action='/track'] [name='Form.Number']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/r/not-a-pass")).StatusCode);
        var secret = await App.ReportAsync("查一下响应头");
        var found = await browser.GetAsync($"/r/{secret}");
        Assert.Contains("noindex", found.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", found.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_closing_is_rated_once_and_the_next_closing_again()
    {
        var secret = await App.ReportAsync("评价一次");
        using var browser = App.Stranger();
        Assert.Equal(HttpStatusCode.Conflict, (await RateAsync(browser, secret)).StatusCode);   // nothing is closed yet
        await App.CloseAsync(secret, TimeProvider.System.GetUtcNow());
        var page = await browser.SubmitAsync($"/r/{secret}", new() { ["Form.Satisfied"] = "true", ["Form.Speed"] = "5", ["Form.Words"] = "很快" }, "rate");
        Assert.Equal($"/r/{secret}?done=rated", page.GoesTo());
        Assert.Equal(HttpStatusCode.Conflict, (await RateAsync(browser, secret)).StatusCode);
        var rated = await App.CaseAsync(secret);
        Assert.True(rated.Satisfied);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsJsonAsync($"/api/v1/follow-up/{secret}/not-fixed", new { words = "又坏了" })).StatusCode);
        await App.CloseAsync(secret, TimeProvider.System.GetUtcNow());
        Assert.Equal(HttpStatusCode.NoContent, (await RateAsync(browser, secret)).StatusCode);
        Assert.Equal(2, await App.ReadAsync(db => db.Ratings.CountAsync(r => r.CaseId == rated.Id)));
    }

    [Fact]
    public async Task Not_fixed_takes_a_case_up_again_within_ten_days_with_the_reporters_words()
    {
        var secret = await App.ReportAsync("没修好");
        await App.CloseAsync(secret, TimeProvider.System.GetUtcNow().AddDays(-9.9));
        using var browser = App.Stranger();
        var answer = await browser.SubmitAsync($"/r/{secret}", new() { ["Form.Words"] = "灯又不亮了" }, "not-fixed");
        Assert.Equal($"/r/{secret}?done=reopened", answer.GoesTo());
        var found = await App.CaseAsync(secret);
        Assert.Equal((CaseStatus.Accepted, 1), (found.Status, found.Reopened));
        Assert.NotNull(found.DueAt);
        var entry = await App.ReadAsync(db => db.History.SingleAsync(h => h.CaseId == found.Id && h.Action == CaseAction.Reopen));
        Assert.Equal((ActorKind.Anonymous, "灯又不亮了"), (entry.ActorKind, entry.Remark));
        Assert.Contains("灯又不亮了", await browser.GetStringAsync($"/r/{secret}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_days_not_fixed_is_refused_and_no_longer_offered()
    {
        var secret = await App.ReportAsync("太晚了");
        await App.CloseAsync(secret, TimeProvider.System.GetUtcNow().AddDays(-10.1));
        using var browser = App.Stranger();
        Assert.Null((await browser.PageAsync($"/r/{secret}")).QuerySelector("[name=_handler][value='not-fixed']"));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsJsonAsync($"/api/v1/follow-up/{secret}/not-fixed", new { words = "还是不行" })).StatusCode);
    }

    [Fact]
    public async Task Number_and_phone_open_the_case_for_a_while_and_anything_else_does_not()
    {
        var secret = await App.ReportAsync("丢了链接", "10020000041");
        var filed = await App.CaseAsync(secret);
        using var browser = App.Stranger();
        var wrong = await browser.SubmitAsync("/track", new() { ["Form.Number"] = filed.Number, ["Form.Phone"] = "10020000042" }, "track");
        Assert.Null(wrong.GoesTo());
        var right = await browser.SubmitAsync("/track", new() { ["Form.Number"] = filed.Number.ToLowerInvariant(), ["Form.Phone"] = "100 2000 0041" }, "track");
        var page = await browser.PageAsync(right.GoesTo()!);
        Assert.Contains("丢了链接", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, right.GoesTo()!, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> RateAsync(HttpClient client, string secret) =>
        client.PostAsJsonAsync($"/api/v1/follow-up/{secret}/rating", new { satisfied = true, speed = 4, result = 5, attitude = 5 });
}

public sealed class FollowUpOnSqlite() : FollowUpTests("sqlite");

public sealed class FollowUpOnPostgres() : FollowUpTests("postgres");
