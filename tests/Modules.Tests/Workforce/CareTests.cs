using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Identity.Roles;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Linli.Testing;
using Linli.Workforce;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Workforce;

public abstract class CareTests(string database) : ModuleTest(database)
{
    private DateOnly Today => App.Services.GetRequiredService<SiteTime>().Date(App.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    private static string Community(int street, int place) =>
        SignIns.Plan.Divisions.Where(d => d.ParentCode == SignIns.Plan.Divisions.Where(s => s.Level is DemoLevel.Street).ElementAt(street).Code).ElementAt(place).Code;

    [Fact]
    public async Task Who_passes_a_course_has_a_certificate_until_it_ends_and_what_is_due_is_listed_until_it_is_done()
    {
        var community = Community(5, 0);
        var clerk = await App.ApiKeyAsync(community[..9], "workforce.see", "workforce.care");
        var worker = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/workers?under=" + community)).GetProperty("items")[0].GetProperty("id").GetGuid();
        var course = await (await clerk.PostAsJsonAsync("/api/v1/courses", new { divisionCode = community, title = "急救复训", heldOn = Today.AddMonths(-5), hours = 4, validMonths = 6 })).Content.ReadFromJsonAsync<Guid>();
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/courses/{course}/attendance", new { workerId = worker, passed = false })).StatusCode);
        Assert.DoesNotContain((await clerk.GetFromJsonAsync<JsonElement>("/api/v1/certificates/expiring")).EnumerateArray(), c => c.GetProperty("courseId").GetGuid() == course);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/courses/{course}/attendance", new { workerId = worker, passed = true })).StatusCode);
        Assert.Equal(Today.AddMonths(-5).AddMonths(6).ToString("O"), (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/certificates/expiring")).EnumerateArray().Single(c => c.GetProperty("courseId").GetGuid() == course).GetProperty("expiresOn").GetString());
        Assert.Equal(1, (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/courses")).EnumerateArray().Single(c => c.GetProperty("id").GetGuid() == course).GetProperty("attended").GetInt32());

        var item = await (await clerk.PostAsJsonAsync("/api/v1/care", new { workerId = worker, kind = "HealthCheck", dueOn = Today })).Content.ReadFromJsonAsync<Guid>();
        var foreign = await App.ApiKeyAsync(Community(4, 0)[..9], "workforce.see", "workforce.care");
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/care/{item}/finish", new { version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await foreign.PostAsJsonAsync("/api/v1/care", new { workerId = worker, kind = "Insurance", dueOn = Today })).StatusCode);
        Assert.Contains((await clerk.GetFromJsonAsync<JsonElement>("/api/v1/care")).EnumerateArray(), c => c.GetProperty("id").GetGuid() == item);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/care/{item}/finish", new { version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"/api/v1/care/{item}/finish", new { version = 2 })).StatusCode);
        Assert.DoesNotContain((await clerk.GetFromJsonAsync<JsonElement>("/api/v1/care")).EnumerateArray(), c => c.GetProperty("id").GetGuid() == item);
    }

    [Fact]
    public async Task Counselling_is_read_by_the_two_who_write_it_and_by_nobody_else_whatever_they_may()
    {
        var secret = "夜里睡不好" + Guid.NewGuid().ToString("N")[..8];
        var person = await App.SignInAsync(App.DemoUser(DemoRole.GridWorker, Community(5, 1)));
        var counsellor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var page = await person.PageAsync("/desk/counselling");
        var name = SignIns.Plan.Accounts.First(a => a.Role == DemoRole.Supervisor).DisplayName;
        var id = page.QuerySelectorAll("#With option").First(o => o.TextContent == name).GetAttribute("value")!;
        Assert.Equal("/desk/counselling", (await person.SubmitAsync("/desk/counselling", page, new() { ["Form.With"] = id, ["Form.Words"] = secret })).GoesTo());

        var heard = (await counsellor.GetFromJsonAsync<JsonElement>("/api/v1/my/counselling")).EnumerateArray().Single(w => w.GetProperty("words").GetString() == secret);
        Assert.Equal(HttpStatusCode.OK, (await counsellor.PostAsJsonAsync("/api/v1/my/counselling", new { with = heard.GetProperty("withId").GetGuid(), words = "回" + secret })).StatusCode);
        Assert.Contains("回" + secret, (await person.PageAsync("/desk/counselling")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var others = new List<HttpClient> { await App.ApiKeyAsync("990101", [.. BaseRoles.All.SelectMany(role => role.Permissions).Distinct()]) };   // sees all, may all
        foreach (var role in (string[])[DemoRole.Admin, DemoRole.DistrictClerk, DemoRole.StreetClerk, DemoRole.Viewer])
            others.Add(await App.SignInAsync(App.DemoUser(role)));
        others.Add(await App.SignInAsync(App.DemoUser(DemoRole.GridWorker, Community(5, 2))));
        foreach (var other in others)
            foreach (var address in Addresses(secret))
            {
                var answer = await other.GetAsync(address);
                Assert.DoesNotContain(secret, (await answer.Content.ReadAsStringAsync()).Replace("回" + secret, secret, StringComparison.Ordinal).Replace($"q={secret}", "", StringComparison.Ordinal).Replace($"value=\"{secret}\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        Assert.Equal(HttpStatusCode.Forbidden, (await others[0].PostAsJsonAsync("/api/v1/my/counselling", new { with = heard.GetProperty("withId").GetGuid(), words = "冒名" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await others[2].PostAsJsonAsync("/api/v1/my/counselling", new { with = heard.GetProperty("withId").GetGuid(), words = "冒名" })).StatusCode);

        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var key = heard.GetProperty("id").GetGuid();
        Assert.DoesNotContain(secret, System.Text.Encoding.UTF8.GetString((await db.CounselNotes.SingleAsync(n => n.Id == key)).Words), StringComparison.Ordinal);
        Assert.False(await db.Set<AuditEntry>().AnyAsync(a => a.Action.StartsWith("workforce.counsel")));
    }

    /// <summary>Every list and page of this module, and the audit log, asked for all and for the words.</summary>
    private IEnumerable<string> Addresses(string words) =>
        from endpoint in App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where !pattern.Contains('{', StringComparison.Ordinal) && (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
        where Parts.Any(part => pattern.Contains(part, StringComparison.Ordinal))
        from query in (string[])["", "?q=" + words]
        select pattern + query;

    private static readonly string[] Parts = ["counselling", "workforce", "workers", "care", "training", "leave", "audit", "my/shifts"];
}

public sealed class CareOnSqlite() : CareTests("sqlite");

public sealed class CareOnPostgres() : CareTests("postgres");
