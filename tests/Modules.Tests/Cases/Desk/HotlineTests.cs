using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.AnswerCall;
using Linli.Cases.Channels;
using Linli.Cases.ForgetReporters;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class HotlineTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task A_call_becomes_a_case_with_a_record_of_the_call_and_sent_again_it_is_still_one()
    {
        var (clerk, phone, id) = (await CentreAsync(), NewNumber(), Guid.CreateVersion7());
        var call = new { id, outcome = "filed", startedAt = DateTimeOffset.UtcNow.AddSeconds(-75), phone, name = "来电人", text = "电话里说小区大门的道闸坏了" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => clerk.PostAsJsonAsync("/api/v1/calls", call)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var kept = await App.ReadAsync(db => db.Calls.AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.InRange(kept.Seconds, 75, 90);
        Assert.Equal((CallOutcome.Filed, phone[..3] + "****" + phone[^4..]), (kept.Outcome, kept.MaskedPhone));
        var filed = await NowAsync(kept.CaseId!.Value);
        Assert.Equal((Channel.Hotline, "电话里说小区大门的道闸坏了", 1), (filed.Channel, filed.Text, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Text == filed.Text))));
        var line = (await JsonAsync(clerk, "/api/v1/calls")).GetProperty("items").EnumerateArray().First(c => c.GetProperty("id").GetGuid() == id);
        Assert.Equal(filed.Number, line.GetProperty("number").GetString());
    }

    [Fact]
    public async Task Only_the_whole_number_finds_what_the_caller_reported_within_ones_divisions_and_the_look_is_kept()
    {
        var phone = NewNumber();
        var mine = await FileForAsync(phone, Street);
        var theirs = await FileForAsync(phone, OtherStreet);
        var clerk = await ClerkAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync("/api/v1/calls/caller", new { phone = "1" })).StatusCode);
        Assert.Empty((await LookAsync(clerk, phone[..^1])).GetProperty("cases").EnumerateArray());
        var seen = (await LookAsync(clerk, phone)).GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("number").GetString()).ToList();
        Assert.Equal([mine.Number], seen);
        Assert.Equal(2, (await LookAsync(await CentreAsync(), phone)).GetProperty("cases").GetArrayLength());
        var subject = "caller/" + phone[..3] + "****" + phone[^4..];
        Assert.Equal(2, await App.ReadAsync(db => db.Set<AuditEntry>().CountAsync(a => a.Action == "cases.look-up-caller" && a.Subject == subject)));
        Assert.DoesNotContain(theirs.Number, await clerk.GetStringAsync("/desk/hotline?caller=" + phone), StringComparison.Ordinal);
        Assert.Contains(mine.Number, await clerk.GetStringAsync("/desk/hotline?caller=" + phone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_joins_an_open_case_follows_it_as_a_reporter()
    {
        var (lead, clerk, _) = await DispatchedAsync();
        var answer = await clerk.PostAsJsonAsync("/api/v1/calls", new { outcome = "joined", phone = NewNumber(), text = "我也要反映门口路灯", with = lead.Number });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var call = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(lead.Number, call.GetProperty("number").GetString());
        var joined = await NowAsync(call.GetProperty("caseId").GetGuid());
        Assert.Equal((CaseStatus.Merged, lead.Id, 1), (joined.Status, joined.MasterId, (await NowAsync(lead.Id)).Joined));
    }

    [Fact]
    public async Task What_cannot_be_joined_leaves_no_case_and_no_record_behind()
    {
        var (elsewhere, clerk, text) = (await FileAsync(OtherStreet), await ClerkAsync(), "并不进去的电话" + NewNumber());
        foreach (var with in new[] { elsewhere.Number, "没有这个编号", null })
            Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync("/api/v1/calls", new { outcome = "joined", text, with })).StatusCode);
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Text == text)) + await App.ReadAsync(db => db.Calls.CountAsync(c => c.Words == text)));
    }

    [Fact]
    public async Task Answered_needs_words_and_an_answer_transferred_needs_whom_and_silence_needs_nothing()
    {
        var clerk = await CentreAsync();
        Assert.Equal("text", await FaultAsync(clerk, new { outcome = "answered", said = "办理时间为九点到五点" }));
        Assert.Equal("said", await FaultAsync(clerk, new { outcome = "answered", text = "没有现成答复的冷门问题 " + NewNumber() }));
        Assert.Equal("said", await FaultAsync(clerk, new { outcome = "transferred", phone = NewNumber() }));
        Assert.Equal("phone", await FaultAsync(clerk, new { outcome = "silent", phone = "不是号码" }));
        Assert.Equal("outcome", await FaultAsync(clerk, new { phone = NewNumber() }));
        var asked = "问办事时间 " + NewNumber();
        foreach (var call in new object[] { new { outcome = "answered", text = asked, said = "九点到五点" }, new { outcome = "transferred", said = "95598" }, new { outcome = "silent" }, new { outcome = "wrongNumber" } })
        {
            var kept = await clerk.PostAsJsonAsync("/api/v1/calls", call);
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            Assert.False((await kept.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("caseId", out var caseId) && caseId.ValueKind is not JsonValueKind.Null);
        }
        Assert.False(await App.ReadAsync(db => db.Cases.AnyAsync(c => c.Text.Contains(asked))));
    }

    [Fact]
    public async Task The_number_of_a_line_stays_with_the_call_encrypted_and_the_case_has_no_mobile_number()
    {
        var clerk = await CentreAsync();
        var kept = await (await clerk.PostAsJsonAsync("/api/v1/calls", new { outcome = "filed", phone = "（0755）2883-4521", text = "座机来电反映楼道堆物" })).Content.ReadFromJsonAsync<JsonElement>();
        var (id, caseId) = (kept.GetProperty("id").GetGuid(), kept.GetProperty("caseId").GetGuid());
        var call = await App.ReadAsync(db => db.Calls.AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.Equal("075*****4521", call.MaskedPhone);
        Assert.NotEqual("075528834521"u8.ToArray(), call.Phone);
        Assert.False(await App.ReadAsync(db => db.Reporters.AnyAsync(r => r.CaseId == caseId)));
    }

    [Fact]
    public async Task Without_script_one_looks_up_files_and_has_an_empty_form_again_and_a_mistake_keeps_what_was_typed()
    {
        var (clerk, phone, thing) = (await ClerkAsync(), NewNumber(), Guid.NewGuid().ToString("N")[..6]);
        var like = await FileAsync(text: $"{thing}号楼下的化粪池满溢，污水流到马路上");
        var leaf = like.CategoryCode;
        var look = await (await clerk.SubmitAsync("/desk/hotline", new() { ["Form.Phone"] = phone, ["Form.Text"] = $"{thing}号楼前污水横流，化粪池满溢", ["Form.CategoryCode"] = leaf, ["Look"] = "true" }, "call")).PageAsync();
        Assert.Contains(like.Number, look.QuerySelector("linli-beside[data-of*=Text]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(phone[^4..], look.QuerySelector("linli-beside[data-of*=Phone]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(thing, look.QuerySelector("textarea[name='Form.Text']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(like.Number, look.QuerySelector("button[name=Join]")!.GetAttribute("value"));

        var wrong = await clerk.SubmitAsync("/desk/hotline", look, new() { ["Form.Phone"] = "号码", ["Form.Outcome"] = "Filed", ["Look"] = null }, "call");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains(thing, (await wrong.PageAsync()).QuerySelector("textarea[name='Form.Text']")!.TextContent, StringComparison.Ordinal);

        var asked = look.QuerySelector("[name=Asked]")?.GetAttribute("value");
        var done = await clerk.SubmitAsync("/desk/hotline", look, new() { ["Join"] = like.Number, ["Asked"] = asked, ["Look"] = null }, "call");
        Assert.StartsWith("/desk/hotline?done=Joined", done.GoesTo(), StringComparison.Ordinal);
        var fresh = await clerk.PageAsync(done.GoesTo()!);
        Assert.Equal(("", ""), (fresh.QuerySelector("textarea[name='Form.Text']")!.TextContent.Trim(), fresh.QuerySelector("[name='Form.Phone']")!.GetAttribute("value") ?? ""));
        Assert.True(fresh.QuerySelector("[name='Form.Phone']")!.HasAttribute("autofocus"));
        Assert.Equal(1, (await NowAsync(like.Id)).Joined);
    }

    [Fact]
    public async Task What_a_case_of_the_words_would_be_is_told_while_nothing_is_written()
    {
        var (clerk, said) = (await ClerkAsync(), "小区门口的路灯不亮了 " + NewNumber());
        var filed = await FileAsync();
        var matter = await (await clerk.PostAsJsonAsync("/api/v1/calls/matter", new { text = said, categoryCode = filed.CategoryCode })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(filed.CategoryCode, matter.GetProperty("categoryCode").GetString());
        Assert.False(await App.ReadAsync(db => db.Cases.AnyAsync(c => c.Text.Contains(said))));
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync("/api/v1/calls/matter", new { text = "喂" })).StatusCode);
    }

    [Fact]
    public async Task A_clerk_reads_their_own_calls_and_who_does_not_answer_calls_none()
    {
        var (street, other) = (await App.SignInAsync(App.DemoUser(DemoRole.Counter)), await App.ApiKeyAsync("990101", CasesPolicies.Hotline));
        var mark = "窗口接的电话" + NewNumber();
        Assert.Equal(HttpStatusCode.OK, (await street.PostAsJsonAsync("/api/v1/calls", new { outcome = "answered", text = mark, said = "已答复" })).StatusCode);
        Assert.Contains(mark, (await street.PageAsync("/desk/hotline/calls")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(mark, await other.GetStringAsync("/api/v1/calls"), StringComparison.Ordinal);
        var handler = await App.SignInAsync(App.DemoUser(DemoRole.Handler));
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.GetAsync("/desk/hotline")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.PostAsJsonAsync("/api/v1/calls/caller", new { phone = "10020000001" })).StatusCode);
    }

    [Fact]
    public async Task Numbers_of_callers_are_forgotten_when_the_time_of_the_hotline_is_over()
    {
        var clerk = await CentreAsync();
        var id = (await (await clerk.PostAsJsonAsync("/api/v1/calls", new { outcome = "silent", phone = NewNumber() })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<Platform.Data.AppDb>();
        await using (var work = await db.BeginAsync())
        {
            await db.Calls.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.StartedAt, DateTimeOffset.UtcNow.AddYears(-90)));
            await work.CommitAsync();
        }
        var days = (await db.Channels.AsNoTracking().SingleAsync(c => c.Code == Channel.Hotline)).RetentionDays;
        await OpenAsync(Channel.Hotline, c => c.RetentionDays = 30_000);
        await App.RunJobAsync("cases.forget-reporters");
        await OpenAsync(Channel.Hotline, c => c.RetentionDays = days);
        var call = await App.ReadAsync(d => d.Calls.AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.Equal((null, null, null), (call.Phone, call.PhoneFingerprint, call.MaskedPhone));
    }

    private Task<HttpClient> CentreAsync() => App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));

    private static string NewNumber() => "100" + RandomNumberGenerator.GetInt32(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture);

    private async Task<Case> FileForAsync(string phone, string street)
    {
        var filed = await FileAsync(street);
        await using var scope = App.Services.CreateSystemScope("test");
        var (db, cipher) = (scope.ServiceProvider.GetRequiredService<Platform.Data.AppDb>(), scope.ServiceProvider.GetRequiredService<Platform.Secrets.FieldCipher>());
        await using var work = await db.BeginAsync();
        await db.Reporters.Where(r => r.CaseId == filed.Id).ExecuteDeleteAsync();
        db.Append(Reporter.Of(filed.Id, null, phone, null, cipher)!);
        await db.SaveChangesAsync();
        await work.CommitAsync();
        return filed;
    }

    private static async Task<JsonElement> LookAsync(HttpClient who, string phone) => await (await who.PostAsJsonAsync("/api/v1/calls/caller", new { phone })).Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<string> FaultAsync(HttpClient who, object call)
    {
        var answer = await who.PostAsJsonAsync("/api/v1/calls", call);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Single().Name;
    }
}

public sealed class HotlineOnSqlite() : HotlineTests("sqlite");

public sealed class HotlineOnPostgres() : HotlineTests("postgres");
