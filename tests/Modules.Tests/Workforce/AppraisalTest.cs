using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Linli.Testing;
using Linli.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Workforce;

/// <summary>Appraisals of years long past, with people who worked there only then: each test takes years of its own.</summary>
public abstract class AppraisalTest(string database) : ModuleTest(database)
{
    protected static readonly string Street = SignIns.Plan.Divisions.First(d => d.Level is DemoLevel.Street).Code;
    protected static readonly string Community = SignIns.Plan.Divisions.First(d => d.ParentCode == Street).Code;
    protected static readonly string OtherStreet = SignIns.Plan.Divisions.Where(d => d.Level is DemoLevel.Street).ElementAt(1).Code;

    protected DateOnly Today => App.Services.GetRequiredService<SiteTime>().Date(App.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    protected Task<HttpClient> ClerkAsync(string division) => App.ApiKeyAsync(division, "workforce.appraise", "workforce.serve");

    /// <summary>People of a community who worked there all of a year, or from a day of it on; the first may have an account.</summary>
    protected async Task<List<Guid>> HireAsync(int year, int count, string? account = null, DateOnly? since = null)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var accountId = account is null ? (Guid?)null : (await db.Accounts.SingleAsync(a => a.UserName == account)).Id;
        var people = Enumerable.Range(0, count).Select(i => new Worker
        {
            Id = Guid.CreateVersion7(), DivisionCode = Community, Name = $"考{year}号{i}", PostId = Guid.CreateVersion7(), AnnualLeave = 5,
            AccountId = i == 0 ? accountId : null, Since = since ?? new(year, 1, 1), Until = new(year + 1, 1, 1),
        }).ToList();
        db.AddRange(people);
        await db.SaveChangesAsync();
        return people.ConvertAll(worker => worker.Id);
    }

    protected static async Task<Guid> OpenAsync(HttpClient clerk, int year) =>
        await (await clerk.PostAsJsonAsync("/api/v1/appraisals", new { divisionCode = Street, year })).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Guid>();

    protected static Task<JsonElement> TableAsync(HttpClient clerk, Guid id) => clerk.GetFromJsonAsync<JsonElement>($"/api/v1/appraisals/{id}");

    protected static JsonElement RowOf(JsonElement table, Guid worker) => table.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("workerId").GetGuid() == worker);

    /// <summary>Grades as the caller sees them now.</summary>
    protected static async Task<HttpResponseMessage> GradeAsync(HttpClient clerk, Guid id, IEnumerable<Guid> workers, string? grade, string? remark = null)
    {
        var table = await TableAsync(clerk, id);
        return await clerk.PutAsJsonAsync($"/api/v1/appraisals/{id}/grades", new { grades = workers.Select(worker => new { workerId = worker, grade, remark, version = RowOf(table, worker).GetProperty("version").GetInt32() }) });
    }

    protected static async Task<HttpResponseMessage> CloseAsync(HttpClient clerk, Guid id) =>
        await clerk.PostAsJsonAsync($"/api/v1/appraisals/{id}/close", new { version = (await TableAsync(clerk, id)).GetProperty("version").GetInt32() });

    protected static async Task<JsonElement> RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        return problem;
    }

    /// <summary>A year in which everybody is competent but some of the first.</summary>
    protected static async Task<Guid> GradedAsync(HttpClient clerk, int year, List<Guid> people, int excellent)
    {
        var id = await OpenAsync(clerk, year);
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(clerk, id, people.Take(excellent), "Excellent")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(clerk, id, people.Skip(excellent), "Competent")).StatusCode);
        return id;
    }
}
