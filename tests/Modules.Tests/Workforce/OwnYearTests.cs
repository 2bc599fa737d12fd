using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Testing;
using Linli.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Workforce;

public abstract class OwnYearTests(string database) : AppraisalTest(database)
{
    [Fact]
    public async Task Of_objections_that_are_upheld_at_once_only_as_many_make_somebody_excellent_as_may_be()
    {
        var (clerk, other, people) = (await ClerkAsync(Street), await ClerkAsync(Street[..6]), await HireAsync(2007, 10));
        var id = await GradedAsync(clerk, 2007, people, 2);
        Assert.Equal(HttpStatusCode.NoContent, (await CloseAsync(clerk, id)).StatusCode);
        var objections = await ObjectAsync(id, people.Skip(2).Take(5));
        var answers = await Task.WhenAll(objections.Select(objection => other.PostAsJsonAsync($"/api/v1/objections/{objection}/decide", new { upheld = true, grade = "Excellent", answer = "补评优秀", version = 1 })));
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.NoContent);
        foreach (var refused in answers.Where(answer => answer.StatusCode is not HttpStatusCode.NoContent)) await RefusedAsync(refused, HttpStatusCode.Conflict, "workforce.too-many-excellent");
        Assert.Equal(3, (await TableAsync(clerk, id)).GetProperty("excellent").GetInt32());
        Assert.Equal(4, (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/appraisals")).EnumerateArray().Single(a => a.GetProperty("id").GetGuid() == id).GetProperty("objections").GetInt32());
    }

    private async Task<List<Guid>> ObjectAsync(Guid appraisal, IEnumerable<Guid> workers)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var (db, cipher) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<Platform.Secrets.FieldCipher>());
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.AppraisalId == appraisal && workers.Contains(r.WorkerId)).ToListAsync();
        var made = reviews.ConvertAll(review => new Objection { Id = Guid.CreateVersion7(), ReviewId = review.Id, DivisionCode = Street, Words = cipher.Protect("不服", Objection.WordsPurpose), At = DateTimeOffset.UtcNow });
        db.AddRange(made);
        await db.SaveChangesAsync();
        return made.ConvertAll(objection => objection.Id);
    }

    [Fact]
    public async Task A_worker_writes_of_their_year_sees_the_grade_once_it_is_closed_and_objects_once()
    {
        var person = App.DemoUser(DemoRole.GridWorker, Community);
        var (worker, clerk, other) = (await App.SignInAsync(person), await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, Street)), await ClerkAsync(Street[..6]));
        var people = await HireAsync(2009, 2, person);
        var id = await OpenAsync(clerk, 2009);
        Assert.Equal("/desk/my-appraisal?saved=true", (await worker.SubmitAsync("/desk/my-appraisal", new() { ["Summary"] = "走访三百户" }, $"summary-{id}")).GoesTo());
        Assert.Equal("走访三百户", RowOf(await TableAsync(clerk, id), people[0]).GetProperty("summary").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(clerk, id, people, "BasicallyCompetent", "仍须努力")).StatusCode);
        Assert.DoesNotContain("仍须努力", (await worker.PageAsync("/desk/my-appraisal")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.False((await MineAsync(worker, id)).TryGetProperty("grade", out _));
        await RefusedAsync(await worker.PostAsJsonAsync($"/api/v1/my/appraisals/{id}/objection", new { words = "早了" }), HttpStatusCode.Conflict, "workforce.objection-too-late");
        Assert.Equal(HttpStatusCode.NoContent, (await CloseAsync(clerk, id)).StatusCode);

        var stranger = await App.SignInAsync(App.DemoUser(DemoRole.GridWorker, OtherStreet));
        Assert.DoesNotContain((await stranger.GetFromJsonAsync<JsonElement>("/api/v1/my/appraisals")).EnumerateArray(), a => a.GetProperty("appraisalId").GetGuid() == id);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsJsonAsync($"/api/v1/my/appraisals/{id}/objection", new { words = "冒名" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await worker.PutAsJsonAsync($"/api/v1/my/appraisals/{id}/summary", new { summary = "晚了", version = 3 })).StatusCode);
        Assert.Contains("仍须努力", (await worker.PageAsync("/desk/my-appraisal")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/desk/my-appraisal?saved=true", (await worker.SubmitAsync("/desk/my-appraisal", new() { ["Words"] = "防汛未计入" }, $"object-{id}")).GoesTo());
        await RefusedAsync(await worker.PostAsJsonAsync($"/api/v1/my/appraisals/{id}/objection", new { words = "再来" }), HttpStatusCode.Conflict, "workforce.objected-already");

        var objection = RowOf(await TableAsync(clerk, id), people[0]).GetProperty("objection");
        var decide = $"/api/v1/objections/{objection.GetProperty("id").GetGuid()}/decide";
        await RefusedAsync(await clerk.PostAsJsonAsync(decide, new { upheld = false, answer = "维持", version = 1 }), HttpStatusCode.Forbidden, "workforce.own-grading");
        Assert.Equal(HttpStatusCode.NotFound, (await (await ClerkAsync(OtherStreet)).PostAsJsonAsync(decide, new { upheld = false, answer = "维持", version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.PostAsJsonAsync(decide, new { upheld = true, grade = "Competent", version = 1 })).StatusCode);   // no reason
        Assert.Equal(HttpStatusCode.BadRequest, (await other.PostAsJsonAsync(decide, new { upheld = true, grade = "Incompetent", answer = "更差", version = 1 })).StatusCode);
        var (district, address) = (await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk)), $"/desk/appraisals/{id}");
        var decided = await district.SubmitAsync(address, new() { ["Answer"] = "补计防汛", ["Grade"] = "Competent", ["Act"] = "uphold" }, $"objection-{objection.GetProperty("id").GetGuid()}");
        Assert.Equal(address + "?saved=true", decided.GoesTo());
        Assert.Equal(HttpStatusCode.Conflict, (await other.PostAsJsonAsync(decide, new { upheld = false, answer = "反悔", version = 2 })).StatusCode);
        var mine = await MineAsync(worker, id);
        Assert.Equal(("competent", "补计防汛"), (mine.GetProperty("grade").GetString(), mine.GetProperty("objection").GetProperty("answer").GetString()));
        await AssertSealedAsync(id, "走访三百户", "仍须努力", "防汛未计入", "补计防汛");
    }

    private static async Task<JsonElement> MineAsync(HttpClient worker, Guid id) =>
        (await worker.GetFromJsonAsync<JsonElement>("/api/v1/my/appraisals")).EnumerateArray().Single(a => a.GetProperty("appraisalId").GetGuid() == id);

    private async Task AssertSealedAsync(Guid id, params string[] words)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.AppraisalId == id).ToListAsync();
        var keys = reviews.ConvertAll(r => r.Id);
        var objections = await db.Objections.AsNoTracking().Where(o => keys.Contains(o.ReviewId)).ToListAsync();
        var kept = reviews.SelectMany(r => new[] { r.Summary, r.Remark }).Concat(objections.SelectMany(o => new[] { o.Words, o.Answer })).OfType<byte[]>().Select(System.Text.Encoding.UTF8.GetString);
        Assert.All(kept, text => Assert.DoesNotContain(words, word => text.Contains(word, StringComparison.Ordinal)));
        Assert.All(await db.Set<AuditEntry>().Where(a => a.Action.StartsWith("workforce.")).Select(a => a.Details).ToListAsync(), text => Assert.DoesNotContain(words, word => text?.Contains(word, StringComparison.Ordinal) is true));
    }

    [Fact]
    public async Task Days_to_object_end_and_nobody_grades_themselves()
    {
        var name = App.DemoUser(DemoRole.StreetClerk, Street);
        var (clerk, other, people) = (await App.SignInAsync(name), await ClerkAsync(Street), await HireAsync(2010, 2, name));
        var id = await OpenAsync(clerk, 2010);
        await RefusedAsync(await GradeAsync(clerk, id, people, "Excellent"), HttpStatusCode.Forbidden, "workforce.own-year");
        Assert.Equal(0, (await TableAsync(clerk, id)).GetProperty("given").GetInt32());   // all or none
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(other, id, people, "Competent", "他人评语")).StatusCode);
        Assert.False(RowOf(await TableAsync(clerk, id), people[0]).TryGetProperty("remark", out _));   // not before it is closed
        Assert.Equal(HttpStatusCode.NoContent, (await CloseAsync(clerk, id)).StatusCode);
        Assert.Equal(Today.AddDays(5).ToString("O"), (await MineAsync(clerk, id)).GetProperty("objectUntil").GetString());

        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.Appraisals.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, DateTimeOffset.UtcNow.AddDays(-7)));
        Assert.False((await MineAsync(clerk, id)).TryGetProperty("objectUntil", out _));
        await RefusedAsync(await clerk.PostAsJsonAsync($"/api/v1/my/appraisals/{id}/objection", new { words = "晚了" }), HttpStatusCode.Conflict, "workforce.objection-too-late");
    }
}

public sealed class OwnYearOnSqlite() : OwnYearTests("sqlite");

public sealed class OwnYearOnPostgres() : OwnYearTests("postgres");
