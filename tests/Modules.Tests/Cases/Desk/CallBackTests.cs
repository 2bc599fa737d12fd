using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.CallBacks;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class CallBackTests(string database) : DeskTest(database)
{
    private static readonly DateTimeOffset Begun = DateTimeOffset.UtcNow;   // each is older than the one before, however long that took
    private static int aged;
    private readonly List<HttpClient> holding = [];

    [Fact]
    public async Task A_caller_takes_the_longest_closed_sees_the_number_and_notes_what_the_reporter_thinks()
    {
        var found = await ClosedCaseAsync();
        var (caller, call) = await TakeAsync(found.Id);
        Assert.Equal("10020000001", call.GetProperty("phone").GetString());
        Assert.Equal("修好了，请放心", call.GetProperty("answer").GetString());
        Assert.Equal(call.GetProperty("id").GetGuid(), (await TakeOneAsync(caller))!.Value.GetProperty("id").GetGuid());   // one at a time
        Assert.True(await RevealedAsync(found.Id));

        var silent = await NoteAsync(caller, call, new { version = Version(call), result = "reached" });
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);   // who was reached said whether they are content
        Assert.Equal(HttpStatusCode.NoContent, (await NoteAsync(caller, call, new { version = Version(call), result = "reached", satisfied = true, speed = 5, outcome = 4, attitude = 5, words = "很及时" })).StatusCode);
        Assert.True((await NowAsync(found.Id)).Satisfied);
        var history = (await (await ClerkAsync()).PageAsync($"/desk/cases/{found.Id}")).QuerySelector(".timeline")!.TextContent;
        Assert.Contains("很及时", history, StringComparison.Ordinal);
        Assert.Contains("接通", history, StringComparison.Ordinal);
        Assert.Equal("cases.not-your-call", await CodeAsync(await NoteAsync(caller, call, new { version = Version(call), result = "refused" })));
    }

    [Fact]
    public async Task Two_callers_never_have_the_same_case()
    {
        for (var i = 0; i < 3; i++) await ClosedCaseAsync();
        var callers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => KeyAsync()));
        var taken = (await Task.WhenAll(callers.Select(TakeOneAsync))).OfType<JsonElement>().Select(c => c.GetProperty("caseId").GetGuid()).ToList();
        Assert.True(taken.Count >= 3);
        Assert.Equal(taken.Count, taken.Distinct().Count());
        await LetGoAsync();
    }

    [Fact]
    public async Task Who_is_not_reached_rests_and_after_three_tries_nobody_calls_again()
    {
        var found = await ClosedCaseAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var (caller, call) = await TakeAsync(found.Id);
            Assert.Equal(attempt - 1, call.GetProperty("attempts").GetInt32());
            Assert.Equal(HttpStatusCode.NoContent, (await NoteAsync(caller, call, new { version = Version(call), result = "notReached" })).StatusCode);
            Assert.DoesNotContain(found.Id, await AllAsync());   // not before some hours are over
            await WithDbAsync(db => db.CallBacks.Where(c => c.CaseId == found.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.NextAt, (DateTimeOffset?)null)));
        }
        Assert.DoesNotContain(found.Id, await AllAsync());
    }

    [Fact]
    public async Task A_case_that_its_caller_forgot_is_the_next_ones_after_some_minutes()
    {
        var found = await ClosedCaseAsync();
        var (first, call) = await TakeAsync(found.Id);
        Assert.DoesNotContain(found.Id, await AllAsync());
        await WithDbAsync(db => db.CallBacks.Where(c => c.CaseId == found.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.HeldUntil, DateTimeOffset.UtcNow.AddSeconds(-1))));   // the minutes are over
        var (_, again) = await TakeAsync(found.Id);
        Assert.Equal(call.GetProperty("id").GetGuid(), again.GetProperty("id").GetGuid());
        Assert.Equal("cases.not-your-call", await CodeAsync(await NoteAsync(first, call, new { version = Version(call), result = "refused" })));
    }

    [Fact]
    public async Task Who_is_not_satisfied_on_the_phone_brings_the_case_before_a_supervisor_with_their_words()
    {
        var found = await ClosedCaseAsync();
        var (caller, call) = await TakeAsync(found.Id);
        Assert.Equal(HttpStatusCode.NoContent, (await NoteAsync(caller, call, new { version = Version(call), result = "reached", satisfied = false, words = "灯还是忽明忽暗" })).StatusCode);
        var supervisor = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var said = Assert.Single((await JsonAsync(supervisor, "/api/v1/second-looks")).EnumerateArray().Single(look => look.GetProperty("id").GetGuid() == found.Id).GetProperty("said").EnumerateArray());
        Assert.Equal("灯还是忽明忽暗", said.GetProperty("words").GetString());
        Assert.NotNull(said.GetProperty("callerName").GetString());
    }

    [Fact]
    public async Task A_caller_works_through_the_queue_by_page_and_a_handler_does_not()
    {
        var found = await ClosedCaseAsync();
        await OldestAsync(found.Id);
        var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync("/desk/call-back", [], "take")).StatusCode);
        Assert.Contains(found.Number, (await clerk.PageAsync("/desk/call-back")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync("/desk/call-back", new() { ["Form.Result"] = "Refused" }, "call")).StatusCode);
        Assert.DoesNotContain(found.Id, await AllAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await HandlerOfAsync(found.UnitId!.Value)).PostAsync("/api/v1/call-backs/take", null)).StatusCode);
    }

    [Fact]
    public async Task Who_may_verify_calls_the_reporters_of_handled_cases_first_and_what_is_not_fixed_goes_back_until_it_is()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        await DoAsync(handler, found.Id, "handle", new { version = found.Version, remark = "换了灯泡" });
        var (caller, call) = await TakeToVerifyAsync(found.Id);
        Assert.Equal(("10020000001", "换了灯泡", false), (call.GetProperty("phone").GetString(), call.GetProperty("answer").GetString(), call.TryGetProperty("closedAt", out _)));
        Assert.True(await RevealedAsync(found.Id));
        Assert.NotNull(await FieldAsync(await NoteAsync(caller, call, new { version = Version(call), result = "reached", satisfied = false }), "words"));
        Assert.Equal(HttpStatusCode.NoContent, (await NoteAsync(caller, call, new { version = Version(call), result = "reached", satisfied = false, words = "还是不亮" })).StatusCode);
        var back = await NowAsync(found.Id);
        Assert.Equal((CaseStatus.Dispatched, (bool?)null), (back.Status, back.Satisfied));   // a verification is no rating

        await DoAsync(handler, found.Id, "handle", new { version = back.Version, remark = "换了线路" });
        (caller, call) = await TakeToVerifyAsync(found.Id);
        Assert.Equal(HttpStatusCode.NoContent, (await NoteAsync(caller, call, new { version = Version(call), result = "reached", satisfied = true })).StatusCode);
        var verified = await NowAsync(found.Id);
        Assert.Equal(CaseStatus.Verified, verified.Status);
        Assert.Contains("电话核查", (await clerk.PageAsync($"/desk/cases/{found.Id}")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        await DoAsync(clerk, found.Id, "close", new { version = verified.Version, remark = "修好了" });
        Assert.DoesNotContain(found.Id, await AllAsync());   // who was asked once is not asked again
    }

    [Fact]
    public async Task Who_may_not_verify_is_given_no_handled_case()
    {
        var (found, _, handler) = await DispatchedAsync();
        await DoAsync(handler, found.Id, "handle", new { version = found.Version, remark = "换了灯泡" });
        await LongestHandledAsync(found.Id);
        Assert.NotEqual(found.Id, (await TakeOneAsync(await KeyAsync()))?.GetProperty("caseId").GetGuid());
        await LetGoAsync();
    }

    [Fact]
    public async Task A_reporter_of_a_handled_case_who_is_not_reached_leaves_it_to_be_verified_on_site()
    {
        var (found, _, handler) = await DispatchedAsync();
        await DoAsync(handler, found.Id, "handle", new { version = found.Version, remark = "换了灯泡" });
        await LongestHandledAsync(found.Id);
        var counter = await App.SignInAsync(App.DemoUser(DemoRole.Counter));
        Assert.Equal(HttpStatusCode.Redirect, (await counter.SubmitAsync("/desk/call-back", [], "take")).StatusCode);
        var page = (await counter.PageAsync("/desk/call-back")).QuerySelector("main")!;
        Assert.Contains(found.Number, page.TextContent, StringComparison.Ordinal);
        Assert.Contains("问题是否解决", page.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".stars"));
        Assert.Equal(HttpStatusCode.Redirect, (await counter.SubmitAsync("/desk/call-back", new() { ["Form.Result"] = "NotReached" }, "call")).StatusCode);
        Assert.Equal(CaseStatus.Handled, (await NowAsync(found.Id)).Status);
        var worker = await App.SignInAsync(App.DemoUser(DemoRole.GridWorker, found.DivisionCode[..12]));
        Assert.Equal(HttpStatusCode.Redirect, (await worker.SubmitAsync($"/desk/cases/{found.Id}/verify", new() { ["Form.Passed"] = "true" }, "verify")).StatusCode);
    }

    [Fact]
    public async Task A_verification_may_be_made_by_phone()
    {
        var (found, clerk, handler) = await DispatchedAsync();
        await DoAsync(handler, found.Id, "handle", new { version = found.Version, remark = "修好了" });
        var worker = await App.SignInAsync(App.DemoUser(DemoRole.GridWorker, found.DivisionCode[..12]));
        Assert.Equal(HttpStatusCode.Redirect, (await worker.SubmitAsync($"/desk/cases/{found.Id}/verify", new() { ["Form.Passed"] = "true", ["Form.How"] = "Phone" }, "verify")).StatusCode);
        Assert.Contains("电话核查", (await clerk.PageAsync($"/desk/cases/{found.Id}")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_asks_its_own_questions_with_the_rating_on_the_page_and_on_the_phone()
    {
        var first = await ClosedCaseAsync();
        var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var added = await admin.PostAsJsonAsync($"/api/v1/taxonomy/{first.CategoryCode}/questions", new { wording = "灯亮度够吗？", kind = "one", purpose = "rating", options = new[] { new { name = "够" }, new { name = "不够" } } });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        var question = await added.Content.ReadFromJsonAsync<JsonElement>();
        var code = question.GetProperty("code").GetString()!;
        try
        {
            Assert.DoesNotContain((await JsonAsync(admin, $"/api/v1/cases/questions?category={first.CategoryCode}")).EnumerateArray(), q => q.GetProperty("code").GetString() == code);   // not with the report
            var (caller, call) = await TakeAsync(first.Id);
            Assert.Equal(HttpStatusCode.BadRequest, (await NoteAsync(caller, call, new { version = Version(call), result = "reached", satisfied = true, answers = new Dictionary<string, string[]> { [code] = ["很亮"] } })).StatusCode);
            Assert.Equal(HttpStatusCode.NoContent, (await NoteAsync(caller, call, new { version = Version(call), result = "reached", satisfied = true, answers = new Dictionary<string, string[]> { [code] = ["够"] } })).StatusCode);

            var second = await ClosedCaseAsync();
            string address;
            await using (var scope = App.Services.CreateSystemScope("test")) address = scope.ServiceProvider.GetRequiredService<Linli.Cases.FollowUp.FollowUpKeys>().PassTo(second.Id);
            var resident = App.Stranger();
            Assert.Contains("灯亮度够吗", (await resident.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Redirect, (await resident.SubmitAsync(address, new() { ["Form.Satisfied"] = "true", [$"answers[{code}]"] = "不够" }, "rate")).StatusCode);

            var clerk = await ClerkAsync();
            var results = (await JsonAsync(clerk, $"/api/v1/taxonomy/{first.CategoryCode}/rating-answers")).EnumerateArray().Single(q => q.GetProperty("code").GetString() == code);
            Assert.Equal(2, results.GetProperty("answered").GetInt32());
            Assert.Equal(["不够", "够"], results.GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("choice").GetString()).Order(StringComparer.Ordinal));
            Assert.Contains("不够 1 人", (await clerk.PageAsync($"/desk/taxonomy/{first.CategoryCode}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            var other = await ClerkAsync(OtherStreet);
            Assert.Equal(0, (await JsonAsync(other, $"/api/v1/taxonomy/{first.CategoryCode}/rating-answers")).EnumerateArray().Single(q => q.GetProperty("code").GetString() == code).GetProperty("answered").GetInt32());
        }
        finally
        {
            Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/v1/taxonomy/{first.CategoryCode}/questions/{code}?seen={question.GetProperty("seen").GetGuid()}")).StatusCode);
        }
    }

    /// <summary>Somebody of their own who takes that case, as the longest closed of all.</summary>
    private async Task<(HttpClient Caller, JsonElement Call)> TakeAsync(Guid id)
    {
        await OldestAsync(id);
        var caller = await KeyAsync();
        var call = (await TakeOneAsync(caller))!.Value;
        Assert.Equal(id, call.GetProperty("caseId").GetGuid());
        return (caller, call);
    }

    /// <summary>Somebody of their own, who may verify, takes that case as the longest handled of all.</summary>
    private async Task<(HttpClient Caller, JsonElement Call)> TakeToVerifyAsync(Guid id)
    {
        await LongestHandledAsync(id);
        var caller = await App.ApiKeyAsync(Street, "cases.see", "cases.call-back", "cases.verify");
        var call = (await TakeOneAsync(caller))!.Value;
        Assert.Equal(id, call.GetProperty("caseId").GetGuid());
        return (caller, call);
    }

    private Task LongestHandledAsync(Guid id)
    {
        var handled = Begun.AddYears(-9).AddMinutes(-Interlocked.Increment(ref aged));
        return WithDbAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.HandledAt, handled)));
    }

    /// <summary>All closed cases that could be taken now.</summary>
    private async Task<List<Guid>> AllAsync()
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var handler = scope.ServiceProvider.GetRequiredService<Linli.Cases.TakeCall.TakeCallHandler>();
        return await handler.ToRate().Select(c => c.Id).ToListAsync();
    }

    private async Task<HttpClient> KeyAsync()
    {
        var key = await App.ApiKeyAsync(Street, "cases.see", "cases.call-back");
        holding.Add(key);
        return key;
    }

    private static async Task<JsonElement?> TakeOneAsync(HttpClient caller)
    {
        var answer = await caller.PostAsync("/api/v1/call-backs/take", null);
        return answer.StatusCode is HttpStatusCode.NotFound ? null : await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task LetGoAsync()
    {
        foreach (var caller in holding) if (await TakeOneAsync(caller) is { } call) await NoteAsync(caller, call, new { version = Version(call), result = "refused" });
    }

    private static Task<HttpResponseMessage> NoteAsync(HttpClient caller, JsonElement call, object what) => caller.PostAsJsonAsync($"/api/v1/call-backs/{call.GetProperty("id").GetGuid()}", what);

    private static int Version(JsonElement call) => call.GetProperty("version").GetInt32();

    /// <summary>Older than all that were made so before, whatever became of them, and than what other tests close 29 days ago.</summary>
    private Task OldestAsync(Guid id)
    {
        var closed = Begun.AddDays(-29).AddHours(-20).AddMinutes(-Interlocked.Increment(ref aged));
        return WithDbAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ClosedAt, closed)));
    }

    private Task<bool> RevealedAsync(Guid id) => WithDbAsync(db => db.Set<AuditEntry>().AnyAsync(e => e.Action == "cases.reveal" && e.Subject == $"case/{id}" && e.Details!.Contains("call-back")));

    private async Task<T> WithDbAsync<T>(Func<AppDb, Task<T>> act)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync();
        var result = await act(db);
        await work.CommitAsync();
        return result;
    }

    private static async Task<string?> FieldAsync(HttpResponseMessage refused, string field)
    {
        var errors = (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        return errors.TryGetProperty(field, out var said) ? said[0].GetString() : null;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage refused) => (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}

public sealed class CallBackOnSqlite() : CallBackTests("sqlite");

public sealed class CallBackOnPostgres() : CallBackTests("postgres");
