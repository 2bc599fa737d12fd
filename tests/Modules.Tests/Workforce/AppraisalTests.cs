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

public abstract class AppraisalTests(string database) : AppraisalTest(database)
{
    [Fact]
    public async Task A_year_is_closed_only_when_all_are_graded_and_no_more_are_excellent_than_may_be()
    {
        var (clerk, people, late) = (await ClerkAsync(Street), await HireAsync(2001, 10), await HireAsync(2001, 1, since: new(2001, 7, 2)));
        var id = await OpenAsync(clerk, 2001);
        await RefusedAsync(await clerk.PostAsJsonAsync("/api/v1/appraisals", new { divisionCode = Street, year = 2001 }), HttpStatusCode.Conflict, "workforce.appraised-already");
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync("/api/v1/appraisals", new { divisionCode = Community, year = 2001 })).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(clerk, id, people.Take(4), "Excellent", "好")).StatusCode);
        var table = await TableAsync(clerk, id);
        Assert.Equal((10, 4, 4, 3), (table.GetProperty("toGrade").GetInt32(), table.GetProperty("given").GetInt32(), table.GetProperty("excellent").GetInt32(), table.GetProperty("mostExcellent").GetInt32()));
        Assert.False(RowOf(table, late[0]).GetProperty("toGrade").GetBoolean());
        Assert.Equal(HttpStatusCode.BadRequest, (await GradeAsync(clerk, id, late, "Competent")).StatusCode);
        Assert.Equal(6, (await RefusedAsync(await CloseAsync(clerk, id), HttpStatusCode.Conflict, "workforce.not-all-graded")).GetProperty("lacking").GetInt32());

        await GradeAsync(clerk, id, people.Skip(4), "Competent");
        var refused = await RefusedAsync(await CloseAsync(clerk, id), HttpStatusCode.Conflict, "workforce.too-many-excellent");
        Assert.Equal((10, 4, 3), (refused.GetProperty("graded").GetInt32(), refused.GetProperty("excellent").GetInt32(), refused.GetProperty("most").GetInt32()));
        var seen = (await TableAsync(clerk, id)).GetProperty("version").GetInt32();
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(clerk, id, people.Take(1), "BasicallyCompetent")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"/api/v1/appraisals/{id}/close", new { version = seen })).StatusCode);   // not what was seen
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PutAsJsonAsync($"/api/v1/appraisals/{id}/grades", new { grades = new[] { new { workerId = people[0], grade = "Excellent", version = 1 } } })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await CloseAsync(clerk, id)).StatusCode);

        var closed = await TableAsync(clerk, id);
        Assert.Equal(("closed", 11), (closed.GetProperty("state").GetString(), closed.GetProperty("people").GetArrayLength()));
        Assert.False(RowOf(closed, late[0]).TryGetProperty("grade", out _));
        await RefusedAsync(await GradeAsync(clerk, id, people.Take(1), "Competent"), HttpStatusCode.Conflict, "workforce.appraisal-closed");
    }

    [Fact]
    public async Task What_is_closed_is_opened_again_only_from_above_for_a_reason_that_is_kept()
    {
        var (clerk, district) = (await ClerkAsync(Street), await ClerkAsync(Street[..6]));
        var id = await GradedAsync(clerk, 2002, await HireAsync(2002, 2), 0);
        Assert.Equal(HttpStatusCode.NoContent, (await CloseAsync(clerk, id)).StatusCode);
        var version = (await TableAsync(clerk, id)).GetProperty("version").GetInt32();
        await RefusedAsync(await clerk.PostAsJsonAsync($"/api/v1/appraisals/{id}/reopen", new { reason = "漏了一人", version }), HttpStatusCode.Forbidden, "workforce.reopen-from-above");
        Assert.Equal(HttpStatusCode.BadRequest, (await district.PostAsJsonAsync($"/api/v1/appraisals/{id}/reopen", new { version })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await district.PostAsJsonAsync($"/api/v1/appraisals/{id}/reopen", new { reason = "漏了一人", version })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await district.PostAsJsonAsync($"/api/v1/appraisals/{id}/reopen", new { reason = "漏了一人", version })).StatusCode);
        var open = await TableAsync(clerk, id);
        Assert.Equal(("open", "漏了一人"), (open.GetProperty("state").GetString(), open.GetProperty("reopenedBecause").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await CloseAsync(clerk, id)).StatusCode);

        await using var scope = App.Services.CreateSystemScope("test");
        var acts = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<AuditEntry>().Where(a => a.Subject == $"appraisal/{id}").Select(a => a.Action).ToListAsync();
        Assert.Equal((2, 1), (acts.Count(act => act == "workforce.close-appraisal"), acts.Count(act => act == "workforce.reopen-appraisal")));
    }

    [Fact]
    public async Task A_year_that_is_not_in_its_last_month_stays_open()
    {
        var clerk = await ClerkAsync(OtherStreet);
        var running = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/appraisals")).EnumerateArray().Single(a => a.GetProperty("year").GetInt32() == Today.Year).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync("/api/v1/appraisals", new { divisionCode = OtherStreet, year = Today.Year + 1 })).StatusCode);
        Assert.SkipWhen(Today >= AppraisalRules.ClosableFrom(Today.Year), "It is December.");
        Assert.Equal($"{Today.Year}-12-01", (await RefusedAsync(await CloseAsync(clerk, running), HttpStatusCode.Conflict, "workforce.appraisal-too-early")).GetProperty("from").GetString());
    }

    [Fact]
    public async Task Of_those_who_grade_and_close_at_once_nobody_slips_over_the_cap()
    {
        var clerk = await ClerkAsync(Street);
        for (var year = 2003; year < 2007; year++)
        {
            var people = await HireAsync(year, 10);
            var id = await GradedAsync(clerk, year, people, 3);
            var version = (await TableAsync(clerk, id)).GetProperty("version").GetInt32();
            var calls = people.Skip(3).Take(3).Select(one => GradeAsync(clerk, id, [one], "Excellent")).Prepend(clerk.PostAsJsonAsync($"/api/v1/appraisals/{id}/close", new { version })).ToList();
            var answers = await Task.WhenAll(calls);
            Assert.All(answers, answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NoContent, HttpStatusCode.Conflict]));
            var table = await TableAsync(clerk, id);
            Assert.Equal(3 + answers.Skip(1).Count(answer => answer.IsSuccessStatusCode), table.GetProperty("excellent").GetInt32());
            Assert.Equal(answers[0].IsSuccessStatusCode, table.GetProperty("state").GetString() is "closed");
            if (answers[0].IsSuccessStatusCode) Assert.Equal(3, table.GetProperty("excellent").GetInt32());
            else await RefusedAsync(await CloseAsync(clerk, id), HttpStatusCode.Conflict, "workforce.too-many-excellent");
        }
    }

    [Fact]
    public async Task A_street_sees_nothing_of_another_and_figures_speak_for_everybody()
    {
        var (clerk, foreign, people) = (await ClerkAsync(Street), await ClerkAsync(OtherStreet), await HireAsync(2008, 2));
        var id = await OpenAsync(clerk, 2008);
        await WorkAsync(people[0], 2008);
        Assert.DoesNotContain((await foreign.GetFromJsonAsync<JsonElement>("/api/v1/appraisals")).EnumerateArray(), a => a.GetProperty("id").GetGuid() == id);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/api/v1/appraisals/{id}")).StatusCode);
        foreach (var (act, body) in new (string, object)[] { ("close", new { version = 1 }), ("reopen", new { version = 1, reason = "越界" }) })
            Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/appraisals/{id}/{act}", body)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PutAsJsonAsync($"/api/v1/appraisals/{id}/grades", new { grades = new[] { new { workerId = people[0], grade = "Excellent", version = 0 } } })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await App.ApiKeyAsync(Street, "workforce.see", "workforce.serve")).GetAsync($"/api/v1/appraisals/{id}")).StatusCode);

        var table = await TableAsync(clerk, id);
        Assert.Equal("""{"shifts":2,"leaveDays":3,"hours":24,"passed":1}""", RowOf(table, people[0]).GetProperty("figures").GetRawText());
        Assert.Equal("""{"shifts":0,"leaveDays":0,"hours":0,"passed":0}""", RowOf(table, people[1]).GetProperty("figures").GetRawText());
    }

    /// <summary>Two shifts, five days of leave of which three are in the year, two courses of which one was passed; and a shift of the year before.</summary>
    private async Task WorkAsync(Guid worker, int year)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var roster = new Roster { Id = Guid.CreateVersion7(), DivisionCode = Community, Monday = Roster.MondayOf(new(year, 5, 1)) };
        roster.Publish("试", DateTimeOffset.UtcNow);
        var leave = new Leave { Id = Guid.CreateVersion7(), WorkerId = worker, DivisionCode = Community, Kind = LeaveKind.Annual, FirstDay = new(year, 12, 29), LastDay = new(year + 1, 1, 2), AskedAt = DateTimeOffset.UtcNow };
        leave.TryDecide(true, null, "试", DateTimeOffset.UtcNow);
        db.AddRange(roster, leave);
        foreach (var day in (DateOnly[])[new(year - 1, 12, 31), roster.Monday, roster.Monday.AddDays(1)])
            db.Add(new Shift { Id = Guid.CreateVersion7(), RosterId = roster.Id, DivisionCode = Community, WorkerId = worker, Day = day, Kind = ShiftKind.Day });
        foreach (var (hours, passed) in new[] { (16, true), (8, false) })
        {
            var course = db.Add(new Course { Id = Guid.CreateVersion7(), DivisionCode = Community, Title = "旧课", HeldOn = new(year, 3, 3), Hours = hours }).Entity;
            db.Add(new Attendance { Id = Guid.CreateVersion7(), CourseId = course.Id, WorkerId = worker, DivisionCode = Community, Passed = passed });
        }
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Who_moves_stays_with_the_review_where_it_was_begun_and_the_district_appraises_its_own_people_only()
    {
        var (clerk, next, district, people) = (await ClerkAsync(Street), await ClerkAsync(OtherStreet), await ClerkAsync(Street[..6]), await HireAsync(2012, 3));
        var id = await OpenAsync(clerk, 2012);
        var theirs = await (await next.PostAsJsonAsync("/api/v1/appraisals", new { divisionCode = OtherStreet, year = 2012 })).Content.ReadFromJsonAsync<Guid>();
        var above = await (await district.PostAsJsonAsync("/api/v1/appraisals", new { divisionCode = Street[..6], year = 2012 })).Content.ReadFromJsonAsync<Guid>();
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(clerk, id, [people[0]], "Competent")).StatusCode);
        await MoveAsync(people[0], OtherStreet);
        await MoveAsync(people[1], OtherStreet);
        await MoveAsync(people[2], Street[..6]);
        Assert.Equal([people[0]], Ids(await TableAsync(clerk, id)));
        Assert.Equal([people[1]], Ids(await TableAsync(next, theirs)));
        Assert.Equal([people[2]], Ids(await TableAsync(district, above)));

        static IEnumerable<Guid> Ids(JsonElement table) => table.GetProperty("people").EnumerateArray().Select(one => one.GetProperty("workerId").GetGuid());
    }

    private async Task MoveAsync(Guid worker, string division)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        await scope.ServiceProvider.GetRequiredService<AppDb>().Workers.Where(w => w.Id == worker).ExecuteUpdateAsync(set => set.SetProperty(w => w.DivisionCode, division));
    }

    [Fact]
    public async Task The_page_grades_in_one_form_leaves_alone_what_was_not_touched_and_shows_why_it_is_not_closed()
    {
        var (clerk, other, people) = (await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, Street)), await ClerkAsync(Street), await HireAsync(2011, 3));
        var address = $"/desk/appraisals/{await OpenAsync(clerk, 2011)}";
        var id = Guid.Parse(address[^36..]);
        var page = await clerk.PageAsync(address);
        Assert.Equal(3, page.QuerySelectorAll("select[name^=Grades]").Length);
        Assert.Equal(HttpStatusCode.NoContent, (await GradeAsync(other, id, [people[1]], "Competent", "另一人评")).StatusCode);   // meanwhile
        var saved = await clerk.SubmitAsync(address, page, new() { [$"Grades[{people[0]}]"] = "Excellent", [$"Remarks[{people[0]}]"] = "先进" }, "grades");
        Assert.Equal(address + "?saved=true", saved.GoesTo());
        var table = await TableAsync(clerk, id);
        Assert.Equal(("excellent", "competent"), (RowOf(table, people[0]).GetProperty("grade").GetString(), RowOf(table, people[1]).GetProperty("grade").GetString()));

        var stale = await clerk.SubmitAsync(address, page, new() { [$"Grades[{people[1]}]"] = "Incompetent" }, "grades");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("优秀超出上限 1 人", (await clerk.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await GradeAsync(other, id, [people[2]], "Competent");
        var refused = await clerk.SubmitAsync(address, [], "close");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("评定 3 人，优秀最多 0 人，现为 1 人", (await refused.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(address, new() { [$"Grades[{people[0]}]"] = "Competent" }, "grades");
        Assert.Equal(address + "?saved=true", (await clerk.SubmitAsync(address, [], "close")).GoesTo());
        Assert.Empty((await clerk.PageAsync(address)).QuerySelectorAll("select[name^=Grades]"));
    }
}

public sealed class AppraisalOnSqlite() : AppraisalTests("sqlite");

public sealed class AppraisalOnPostgres() : AppraisalTests("postgres");
