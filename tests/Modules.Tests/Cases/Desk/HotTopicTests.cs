using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.FindTopics;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class HotTopicTests(string database) : DeskTest(database)
{
    private static readonly string[] Voices = ["翠竹苑整片停水，已经三天了", "翠竹苑从周一起停水，老人没法做饭", "翠竹苑停水三天没人管", "翠竹苑又停水，什么时候来水", "翠竹苑停水，物业说不知道原因"];

    [Fact]
    public async Task What_many_report_becomes_a_topic_and_its_reviewed_answer_reaches_the_next_reporter_at_once()
    {
        var filed = new List<Case>();
        foreach (var text in Voices) filed.Add(await FileAsync(text: text));
        foreach (var story in DemoDistrict.Create(Platform.IDemoSeeder.Seed, DateTimeOffset.UnixEpoch, 40).Cases) await FileAsync(OtherStreet, text: story.Text);   // what else people talk of
        await App.RunJobAsync("cases.find-topics");
        var clerk = await ClerkAsync();
        var link = (await clerk.PageAsync("/desk/hot")).QuerySelectorAll("table a.row-link").First(a => a.TextContent.Contains("停水", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains(filed[0].Number, (await clerk.PageAsync(link)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await JsonAsync(await ClerkAsync(OtherStreet), "/api/v1/topics")).EnumerateArray(), t => t.GetProperty("caseIds").EnumerateArray().Any(id => id.GetGuid() == filed[0].Id));   // another street's

        var written = await clerk.SubmitAsync(link, new() { ["Form.Title"] = "翠竹苑停水", ["Form.Answer"] = "主管爆裂，预计今晚八点恢复供水" }, "answer");
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        var page = (await clerk.PageAsync("/desk/hot")).QuerySelector("#answers a.row-link")!.GetAttribute("href")!;
        Assert.DoesNotContain("今晚八点", await AnsweredAsync(await FileAsync(text: "翠竹苑停水了")), StringComparison.Ordinal);   // not yet reviewed
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostAsJsonAsync("/api/v1/answers/" + page.Split('/')[^1], new { inForce = true })).StatusCode);   // its writer

        var other = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        Assert.Equal(HttpStatusCode.Redirect, (await other.SubmitAsync(page, new() { ["Form.InForce"] = "true" }, "review")).StatusCode);
        var next = await FileInPlaceAsync(filed[0], "翠竹苑停水三天了，什么时候来水");
        Assert.Contains("今晚八点", await AnsweredAsync(next), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Received, next.Status);   // it goes its way nevertheless
        Assert.DoesNotContain("今晚八点", await AnsweredAsync(await FileInPlaceAsync(filed[0], "广场舞音乐太吵")), StringComparison.Ordinal);

        Assert.True((await other.PostAsJsonAsync("/api/v1/answers/" + page.Split('/')[^1], new { inForce = false })).IsSuccessStatusCode);
        Assert.DoesNotContain("今晚八点", await AnsweredAsync(await FileInPlaceAsync(filed[0], "翠竹苑停水")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "答复", "990101001", "2099-01-01")]
    [InlineData("事项", "", "990101001", "2099-01-01")]
    [InlineData("事项", "答复", "990101002", "2099-01-01")]
    [InlineData("事项", "答复", "990101001", "2020-01-01")]
    public async Task An_answer_that_makes_no_sense_is_refused(string title, string answer, string divisionCode, string validTo) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await (await ClerkAsync()).PostAsJsonAsync("/api/v1/answers", new { title, answer, divisionCode, validTo })).StatusCode);

    private async Task<Case> FileInPlaceAsync(Case near, string text)
    {
        using var caller = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        var place = SignIns.Plan.Places.First(p => p.GridCode == near.DivisionCode);
        var answer = await caller.PostAsJsonAsync("/api/v1/cases", new { text, categoryCode = near.CategoryCode, longitude = place.At.Lon, latitude = place.At.Lat });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await NowAsync((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
    }

    private async Task<string> AnsweredAsync(Case filed)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        return string.Join('\n', await scope.ServiceProvider.GetRequiredService<AppDb>().History.AsNoTracking().Where(h => h.CaseId == filed.Id && h.ForReporter).Select(h => h.Remark).ToListAsync());
    }
}

public sealed class HotTopicsOnSqlite() : HotTopicTests("sqlite");

public sealed class HotTopicsOnPostgres() : HotTopicTests("postgres");
