using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Platform.Time;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Workforce;

public abstract class LeaveTests(string database) : ModuleTest(database)
{
    private DateOnly Today => App.Services.GetRequiredService<SiteTime>().Date(App.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    private static string Community(int street, int place) =>
        SignIns.Plan.Divisions.Where(d => d.ParentCode == SignIns.Plan.Divisions.Where(s => s.Level is Demo.DemoLevel.Street).ElementAt(street).Code).ElementAt(place).Code;

    private static async Task<JsonElement> LeaveAsync(HttpClient caller, Guid id) =>
        (await caller.GetFromJsonAsync<JsonElement>("/api/v1/leaves")).EnumerateArray().SingleOrDefault(l => l.GetProperty("id").GetGuid() == id);

    private static async Task<JsonElement> AbsenceAsync(HttpClient clerk, Guid id, Func<JsonElement, bool> holds) =>
        Assert.Single(await Soon.FindAsync(async () =>
            (await clerk.GetFromJsonAsync<List<JsonElement>>("/api/v1/absences"))!.FindAll(a => a.GetProperty("id").GetGuid() == id && holds(a)) is [_] found ? found : null));

    [Fact]
    public async Task Leave_asked_for_many_times_at_once_is_asked_for_once()
    {
        var worker = await App.SignInAsync(App.DemoUser(Demo.DemoRole.GridWorker, Community(2, 1)));
        var day = Today.AddDays(200);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => worker.PostAsJsonAsync("/api/v1/leaves", new { kind = "Personal", firstDay = day, lastDay = day })));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Leave_that_is_granted_is_an_absence_and_its_shifts_are_shown_and_taken_back_it_ends()
    {
        var community = Community(3, 1);
        var worker = await App.SignInAsync(App.DemoUser(Demo.DemoRole.GridWorker, community));
        var clerk = await App.SignInAsync(App.DemoUser(Demo.DemoRole.StreetClerk, community[..9]));
        var mine = (await worker.GetFromJsonAsync<JsonElement>("/api/v1/my/shifts")).EnumerateArray().Select(s => DateOnly.Parse(s.GetProperty("day").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).First(day => day > Today);
        var asked = await worker.PostAsJsonAsync("/api/v1/leaves", new { kind = "Sick", firstDay = mine, lastDay = mine, reason = "复查旧疾" });
        var id = await asked.Content.ReadFromJsonAsync<Guid>();
        Assert.Equal(HttpStatusCode.BadRequest, (await worker.PostAsJsonAsync("/api/v1/leaves", new { kind = "Personal", firstDay = mine, lastDay = mine })).StatusCode);   // overlaps

        Assert.Equal(HttpStatusCode.Forbidden, (await worker.PostAsJsonAsync($"/api/v1/leaves/{id}/decide", new { granted = true, version = 1 })).StatusCode);
        var foreign = await App.ApiKeyAsync(Community(4, 0)[..9], "workforce.serve", "workforce.leave");
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/leaves/{id}/decide", new { granted = true, version = 1 })).StatusCode);
        Assert.Equal(JsonValueKind.Undefined, (await LeaveAsync(foreign, id)).ValueKind);

        var seen = await LeaveAsync(clerk, id);
        Assert.Equal("复查旧疾", seen.GetProperty("reason").GetString());
        Assert.Equal(mine.ToString("O"), Assert.Single(seen.GetProperty("shifts").EnumerateArray()).GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/leaves/{id}/decide", new { granted = false, version = 1 })).StatusCode);   // no reason
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/leaves/{id}/decide", new { granted = true, version = 1 })).StatusCode);
        var absence = await AbsenceAsync(clerk, id, _ => true);
        Assert.Equal("请假", absence.GetProperty("reason").GetString());   // nothing of an illness
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"/api/v1/leaves/{id}/decide", new { granted = true, version = 2 })).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await worker.PostAsJsonAsync($"/api/v1/leaves/{id}/withdraw", new { version = 2 })).StatusCode);
        await AbsenceAsync(clerk, id, a => a.GetProperty("state").GetString() is "ended");
    }

    [Fact]
    public async Task More_annual_leave_than_is_left_is_refused_with_the_figures()
    {
        var community = Community(3, 2);
        var worker = await App.SignInAsync(App.DemoUser(Demo.DemoRole.GridWorker, community));
        var first = new DateOnly(Today.Year + 1, 6, 1);
        var refused = await worker.PostAsJsonAsync("/api/v1/leaves", new { kind = "Annual", firstDay = first, lastDay = first.AddDays(40) });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((first.Year, 10, 0), (problem.GetProperty("year").GetInt32(), problem.GetProperty("entitled").GetInt32(), problem.GetProperty("taken").GetInt32()));

        var sent = await worker.SubmitAsync("/desk/my-shifts", new() { ["Form.Kind"] = "Annual", ["Form.FirstDay"] = $"{first:O}", ["Form.LastDay"] = $"{first.AddDays(3):O}", ["Form.Reason"] = "" }, "ask-leave");
        Assert.Equal("/desk/my-shifts", sent.GoesTo());
        Assert.Contains("待审批", (await worker.PageAsync("/desk/my-shifts")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var clerk = await App.SignInAsync(App.DemoUser(Demo.DemoRole.StreetClerk, community[..9]));
        var id = (await worker.GetFromJsonAsync<JsonElement>("/api/v1/leaves")).EnumerateArray().First(l => l.GetProperty("state").GetString() is "asked" && l.GetProperty("firstDay").GetString() == first.ToString("O")).GetProperty("id").GetGuid();
        var decided = await clerk.SubmitAsync("/desk/leave", new() { ["Act"] = "refuse", ["Answer"] = "人手不足" }, $"decide-{id}");
        Assert.Equal("/desk/leave?saved=true", decided.GoesTo());
        Assert.Equal("人手不足", (await LeaveAsync(worker, id)).GetProperty("answer").GetString());
    }
}

public sealed class LeaveOnSqlite() : LeaveTests("sqlite");

public sealed class LeaveOnPostgres() : LeaveTests("postgres");
