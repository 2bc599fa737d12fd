using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Contracts.Grids;
using Linli.Contracts.Workforce;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Linli.Testing;
using Linli.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Workforce;

public abstract class RosterTests(string database) : ModuleTest(database)
{
    /// <summary>A street whose rosters no other test writes; the divisions of the demo district end before it.</summary>
    private static readonly DateOnly Monday = new(2031, 3, 3);

    private static string Community(int street, int place)
    {
        var code = SignIns.Plan.Divisions.Where(d => d.Level is Demo.DemoLevel.Street).ElementAt(street).Code;
        return SignIns.Plan.Divisions.Where(d => d.ParentCode == code).ElementAt(place).Code;
    }

    private static async Task<JsonElement> WeekAsync(HttpClient clerk, string community, DateOnly day) => await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/rosters/{community}/{day:O}");

    private static Task<HttpResponseMessage> SaveAsync(HttpClient clerk, string community, IEnumerable<object> shifts, int version, bool publish = true) =>
        clerk.PutAsJsonAsync($"/api/v1/rosters/{community}/{Monday:O}", new { shifts, version, publish });

    private static object Shift(Guid worker, int day, string kind) => new { workerId = worker, day = Monday.AddDays(day), kind };

    private static Guid[] Ids(JsonElement week) => [.. week.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("workerId").GetGuid())];

    [Fact]
    public async Task A_roster_that_breaks_a_rule_is_refused_with_person_day_and_rule_and_a_lawful_one_is_published()
    {
        var community = Community(1, 0);
        var clerk = await App.ApiKeyAsync(community[..9], "workforce.see", "workforce.roster");
        var empty = await WeekAsync(clerk, community, Monday.AddDays(3));
        Assert.Equal(Monday.ToString("O"), empty.GetProperty("monday").GetString());
        Assert.Equal(0, empty.GetProperty("version").GetInt32());
        var (people, name) = (Ids(empty), empty.GetProperty("people")[0].GetProperty("name").GetString()!);
        var days = Enumerable.Range(0, 7).Select(day => Shift(people[1 + (day % 2)], day, "Day")).ToList();

        var refused = await SaveAsync(clerk, community, [.. days, Shift(people[0], 0, "Night"), Shift(people[0], 1, "Early")], 0);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("workforce.roster-breaks-rules", problem.GetProperty("code").GetString());
        var message = Assert.Single(problem.GetProperty("errors").GetProperty("shifts").EnumerateArray().Select(m => m.GetString()!), m => m.Contains(name, StringComparison.Ordinal));
        Assert.Equal($"{name}：2031-03-04 的班次与前一班之间只休息 1 小时，至少须 11 小时", message);
        clerk.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        Assert.Contains("only 1 hours of rest", await (await SaveAsync(clerk, community, [.. days, Shift(people[0], 0, "Night"), Shift(people[0], 1, "Early")], 0)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await WeekAsync(clerk, community, Monday)).GetProperty("version").GetInt32());

        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(clerk, community, [.. days, Shift(people[0], 0, "Night")], 0, publish: false)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await SaveAsync(clerk, community, days, 0)).StatusCode);   // somebody else's version
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(clerk, community, days, 1)).StatusCode);
        var week = await WeekAsync(clerk, community, Monday);
        Assert.Equal(7, week.GetProperty("people").EnumerateArray().Sum(p => p.GetProperty("shifts").EnumerateObject().Count()));
        Assert.Equal(JsonValueKind.String, week.GetProperty("publishedBy").ValueKind);
        Assert.Equal(HttpStatusCode.Conflict, (await SaveAsync(clerk, community, [], 2, publish: false)).StatusCode);   // what is published keeps to the rules
        Assert.Equal(HttpStatusCode.BadRequest, (await SaveAsync(clerk, community, [Shift(Guid.NewGuid(), 0, "Day")], 2)).StatusCode);

        var foreign = await App.ApiKeyAsync(Community(2, 0)[..9], "workforce.see", "workforce.roster");
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/api/v1/rosters/{community}/{Monday:O}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(foreign, community, days, 2)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SaveAsync(await App.ApiKeyAsync(community[..9], "workforce.see"), community, days, 2)).StatusCode);
    }

    [Fact]
    public async Task The_page_refuses_shows_the_reasons_and_keeps_what_was_chosen()
    {
        var (community, monday) = (Community(1, 1), Monday.AddDays(7));
        var address = $"/desk/rosters?division={community}&day={monday:O}";
        var clerk = await App.SignInAsync(App.DemoUser(Demo.DemoRole.StreetClerk, community[..9]));
        var page = await clerk.PageAsync(address);
        Assert.Equal(7, page.QuerySelectorAll("table.roster tbody tr:first-child select").Length);
        var names = page.QuerySelectorAll("table.roster select").Select(s => s.GetAttribute("name")!).ToList();
        var refused = await clerk.SubmitAsync(address, page, new() { [names[0]] = "Night", [names[1]] = "Day", ["Act"] = "publish" }, "roster");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var answer = await refused.PageAsync();
        Assert.Contains("只休息 3 小时", answer.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Night", answer.QuerySelector($"[name='{names[0]}'] option[selected]")!.GetAttribute("value"));
        var saved = await clerk.SubmitAsync(address, page, new() { [names[0]] = "Night", ["Act"] = "save" }, "roster");
        Assert.Equal(address + "&saved=true", saved.GoesTo());
        Assert.Contains("草稿", (await clerk.PageAsync(address)).QuerySelector(".page-title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_is_entered_with_a_masked_phone_revealed_for_a_reason_and_seen_by_their_own_divisions_only()
    {
        var street = Community(2, 0)[..9];
        var clerk = await App.ApiKeyAsync(street, "workforce.see", "workforce.manage");
        var made = await clerk.PostAsJsonAsync("/api/v1/posts", new { divisionCode = street, name = "应急岗", seats = 2 });
        var post = await made.Content.ReadFromJsonAsync<Guid>();
        var facts = new { name = "暗岗人", divisionCode = street, postId = post, phone = "10030011223", annualLeave = 7 };
        var id = await (await clerk.PostAsJsonAsync("/api/v1/workers", facts)).Content.ReadFromJsonAsync<Guid>();
        var worker = await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/workers/{id}");
        Assert.Equal("100****1223", worker.GetProperty("phone").GetString());
        Assert.Equal("应急岗", worker.GetProperty("post").GetString());
        Assert.Equal(1, (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/posts?under=" + street)).EnumerateArray().Single(p => p.GetProperty("id").GetGuid() == post).GetProperty("taken").GetInt32());
        Assert.Equal("10030011223", await (await clerk.PostAsJsonAsync($"/api/v1/workers/{id}/reveal", new { reason = "联系排班" })).Content.ReadFromJsonAsync<string>());
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PutAsJsonAsync($"/api/v1/workers/{id}", new { facts.name, facts.divisionCode, facts.postId, facts.annualLeave, version = 9 })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PutAsJsonAsync($"/api/v1/workers/{id}", new { name = "明岗人", facts.divisionCode, facts.postId, facts.annualLeave, version = 1 })).StatusCode);
        Assert.Equal("100****1223", (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/workers/{id}")).GetProperty("phone").GetString());

        var foreign = await App.ApiKeyAsync(Community(3, 0)[..9], "workforce.see", "workforce.manage");
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/api/v1/workers/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/workers/{id}/reveal", new { reason = "联系排班" })).StatusCode);
        Assert.Equal(0, (await foreign.GetFromJsonAsync<JsonElement>("/api/v1/workers?q=明岗人")).GetProperty("total").GetInt32());
        await using var scope = App.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<AppDb>().Workers.SingleAsync(w => w.Id == id);
        Assert.Equal("10030011223", scope.ServiceProvider.GetRequiredService<FieldCipher>().Unprotect(stored.Phone!, Worker.PhonePurpose));
    }

    [Fact]
    public async Task The_rosters_of_the_demo_keep_to_all_rules_and_tell_who_is_on_duty()
    {
        var clerk = await App.ApiKeyAsync("990101", "workforce.see");
        var today = App.Services.GetRequiredService<SiteTime>().Date(App.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        foreach (var street in (int[])[3, 4, 5])
        {
            var week = await WeekAsync(clerk, Community(street, 0), today);
            Assert.NotEmpty(week.GetProperty("people").EnumerateArray());
            Assert.Empty(week.GetProperty("broken").EnumerateArray());
        }
        var worker = await App.SignInAsync(App.DemoUser(Demo.DemoRole.GridWorker, Community(4, 0)));
        Assert.NotEmpty((await worker.PageAsync("/desk/my-shifts")).QuerySelectorAll(".links li"));
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/api/v1/my/shifts")).StatusCode);
        await using var scope = App.Services.CreateSystemScope("test");
        var onDuty = await scope.ServiceProvider.GetRequiredService<IDuty>().NowAsync(Community(5, 0), CancellationToken.None);
        Assert.All(onDuty, one => Assert.Equal(Community(5, 0), one.DivisionCode));
    }
}

public sealed class RosterOnSqlite() : RosterTests("sqlite");

public sealed class RosterOnPostgres() : RosterTests("postgres");
