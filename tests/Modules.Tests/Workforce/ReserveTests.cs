using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Linli.Testing;
using Linli.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Workforce;

public abstract class ReserveTests(string database) : ModuleTest(database)
{
    private static string Street(int index) => SignIns.Plan.Divisions.Where(d => d.Level is DemoLevel.Street).ElementAt(index).Code;

    private DateOnly Today => App.Services.GetRequiredService<SiteTime>().Date(App.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    private Task<HttpClient> ClerkAsync(string division) => App.ApiKeyAsync(division, "workforce.appraise", "workforce.see");

    /// <summary>Somebody who works there and was graded last year, and another post than theirs.</summary>
    private async Task<(Guid Worker, Guid Post)> FindAsync(string street, Grade? grade)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (reviews, candidates) = (db.Reviews.Where(r => r.Year == Today.Year - 1), db.Candidates);
        var worker = await db.Workers.Where(w => w.DivisionCode.StartsWith(street) && w.Until == null && !candidates.Any(c => c.WorkerId == w.Id)
            && (grade == null ? !reviews.Any(r => r.WorkerId == w.Id) : reviews.Any(r => r.WorkerId == w.Id && r.Grade == grade))).OrderBy(w => w.Id).FirstAsync();
        return (worker.Id, (await db.Posts.OrderBy(p => p.Id).FirstAsync(p => p.DivisionCode == street && p.Id != worker.PostId)).Id);
    }

    private static async Task<JsonElement[]> ListAsync(HttpClient clerk, string query = "") => [.. (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/reserve" + query)).EnumerateArray()];

    private Task<HttpResponseMessage> PutForwardAsync(HttpClient clerk, Guid worker, Guid post, DateOnly? until = null) =>
        clerk.PostAsJsonAsync("/api/v1/reserve", new { workerId = worker, postId = post, reason = "带头守汛", until = until ?? Today.AddYears(1) });

    [Fact]
    public async Task Who_was_excellent_lately_is_put_forward_until_a_day_and_leaves_with_a_reason()
    {
        var (street, clerk) = (Street(2), await ClerkAsync(Street(2)));
        var before = (await ListAsync(clerk)).Length;
        var (worker, post) = await FindAsync(street, Grade.Excellent);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutForwardAsync(clerk, worker, post, Today)).StatusCode);
        var id = await (await PutForwardAsync(clerk, worker, post)).Content.ReadFromJsonAsync<Guid>();
        Assert.Equal(HttpStatusCode.Conflict, (await PutForwardAsync(clerk, worker, post)).StatusCode);
        var line = (await ListAsync(clerk, $"?post={post}&under={street}")).Single(c => c.GetProperty("id").GetGuid() == id);
        Assert.Equal(("带头守汛", true), (line.GetProperty("reason").GetString(), line.GetProperty("onList").GetBoolean()));
        Assert.Equal("excellent", line.GetProperty("grades")[0].GetProperty("grade").GetString());
        Assert.Contains("带头守汛", await clerk.GetStringAsync("/api/v1/reserve.csv?under=" + street), StringComparison.Ordinal);

        var foreign = await ClerkAsync(Street(1));
        Assert.DoesNotContain(await ListAsync(foreign), c => c.GetProperty("id").GetGuid() == id);
        Assert.DoesNotContain("带头守汛", await foreign.GetStringAsync("/api/v1/reserve.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/reserve/{id}/end", new { reason = "越界", version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutForwardAsync(foreign, worker, post)).StatusCode);

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/reserve/{id}/end", new { version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/reserve/{id}/end", new { reason = "已提任", version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"/api/v1/reserve/{id}/end", new { reason = "已提任", version = 2 })).StatusCode);
        Assert.Equal(before, (await ListAsync(clerk)).Length);
        Assert.Equal("已提任", (await ListAsync(clerk, "?past=true")).Single(c => c.GetProperty("id").GetGuid() == id).GetProperty("endReason").GetString());
    }

    [Fact]
    public async Task Who_breaks_a_rule_is_refused_with_it_and_whose_time_is_over_may_come_back()
    {
        var (street, clerk) = (Street(3), await ClerkAsync(Street(3)));
        foreach (var (grade, rule) in new (Grade?, ReserveBar)[] { (null, ReserveBar.NeverGraded), (Grade.BasicallyCompetent, ReserveBar.BelowCompetent), (Grade.Competent, ReserveBar.NotExcellent) })
        {
            var (one, other) = await FindAsync(street, grade);
            var refused = await PutForwardAsync(clerk, one, other);
            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((HttpStatusCode.Conflict, "workforce.not-for-reserve", rule.ToString()), (refused.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("rule").GetString()));
            Assert.NotEmpty(problem.GetProperty("reason").GetString()!);
        }

        var (worker, post) = await FindAsync(street, Grade.Excellent);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PutForwardAsync(clerk, worker, post)));
        var id = await Assert.Single(answers, answer => answer.IsSuccessStatusCode).Content.ReadFromJsonAsync<Guid>();
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        await using var scope = App.Services.CreateSystemScope("test");
        var yesterday = Today.AddDays(-1);
        await scope.ServiceProvider.GetRequiredService<AppDb>().Candidates.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Until, yesterday));
        Assert.DoesNotContain(await ListAsync(clerk), c => c.GetProperty("id").GetGuid() == id);
        Assert.Contains(await ListAsync(clerk, "?past=true"), c => c.GetProperty("id").GetGuid() == id);
        Assert.Equal(HttpStatusCode.OK, (await PutForwardAsync(clerk, worker, post)).StatusCode);
    }

    [Fact]
    public async Task The_page_lists_filters_refuses_with_the_rule_and_takes_off()
    {
        var street = Street(4);
        var clerk = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, street));
        var page = await clerk.PageAsync("/desk/reserve");
        Assert.NotEmpty(page.QuerySelectorAll("table.list tbody tr"));
        Assert.Empty((await clerk.PageAsync($"/desk/reserve?post={Guid.CreateVersion7()}")).QuerySelectorAll("table.list tbody tr"));
        var (worker, post) = await FindAsync(street, Grade.Competent);
        var refused = await clerk.SubmitAsync("/desk/reserve", page, new() { ["Form.WorkerId"] = $"{worker}", ["Form.PostId"] = $"{post}", ["Form.Reason"] = "可靠", ["Form.Until"] = $"{Today.AddYears(1):O}" }, "put-forward");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("近 3 年没有优秀等次", (await refused.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var handler = page.QuerySelectorAll("input[name=_handler]").Select(i => i.GetAttribute("value")!).First(name => name.StartsWith("end-", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync("/desk/reserve", page, [], handler)).StatusCode);
        Assert.Equal("/desk/reserve?saved=true", (await clerk.SubmitAsync("/desk/reserve", page, new() { ["Reason"] = "调出本街道" }, handler)).GoesTo());
        Assert.Contains("调出本街道", (await clerk.PageAsync("/desk/reserve?past=true")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}

public sealed class ReserveOnSqlite() : ReserveTests("sqlite");

public sealed class ReserveOnPostgres() : ReserveTests("postgres");
