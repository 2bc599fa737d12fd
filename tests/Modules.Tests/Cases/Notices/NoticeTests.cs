using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Linli.Cases.ListCases;
using Linli.Cases.ReceiveCase;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Messages;
using Linli.Platform.Texts;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Modules.Tests.Cases.Notices;

public abstract partial class NoticeTests(string database) : IAsyncLifetime
{
    private static readonly string[] Leaves = [.. SignIns.Plan.Categories.Where(c => c.Level == 4).Select(c => c.Code)];

    /// <summary>Of this category only the test of the rates has cases.</summary>
    private static readonly string Counted = Leaves[^1];
    private static int phones;
    private Carriers carriers = null!;
    private HttpClient clerk = null!;

    private LinliApp App => carriers.App;

    public async ValueTask InitializeAsync()
    {
        carriers = await Carriers.OnAsync(database);
        clerk = await App.ApiKeyAsync("990101", "cases.report", "cases.see", "cases.accept", "cases.dispatch", "cases.close", "cases.reply", "cases.see-figures", "cases.see-deliveries");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_left_a_mail_address_is_told_by_mail_and_who_left_only_a_number_by_text_message()
    {
        var mailed = await FileAsync(NewPhone(), "Zhang.San@Example.cn");
        var (_, mail) = await Soon.FindAsync(() => carriers.Mails.Where(m => m.Mail.Subject!.Contains(mailed.Number, StringComparison.Ordinal)).Select(m => Tuple.Create(m.To, m.Mail)).FirstOrDefault());
        Assert.Equal("zhang.san@example.cn", mail.To.Mailboxes.Single().Address);
        Assert.Contains("已登记", mail.TextBody, StringComparison.Ordinal);
        var logged = (await LogAsync(mailed.Id)).Single();
        Assert.Equal(("email", "z***@example.cn", "cases.Receive"), (logged.GetProperty("way").GetString(), logged.GetProperty("address").GetString(), logged.GetProperty("template").GetString()));
        Assert.StartsWith(logged.GetProperty("id").GetGuid().ToString("N"), mail.MessageId, StringComparison.Ordinal);   // sent twice, it is known to be the same

        var phone = NewPhone();
        var texted = await FileAsync(phone);
        Assert.Contains(texted.Number, await carriers.MessageAsync(phone, _ => true), StringComparison.Ordinal);
        Assert.Equal("gateway key", carriers.Messages.Last(m => m.Body.GetProperty("to").GetString() == phone).Key);
        Assert.DoesNotContain(carriers.Messages, m => m.Body.GetProperty("text").GetString()!.Contains(mailed.Number, StringComparison.Ordinal));   // one way, not both
    }

    [Fact]
    public async Task A_mailbox_that_is_none_is_given_up_at_once_and_what_a_busy_server_put_off_goes_out_when_sent_again()
    {
        var nobody = await FileAsync(null, "nobody@example.cn");
        var gone = await StateAsync(nobody.Id, "givenUp");
        Assert.Equal("smtp-550", gone.GetProperty("error").GetString());

        var busy = await FileAsync(null, $"busy{Guid.CreateVersion7(DateTimeOffset.UtcNow):N}@example.cn");
        var failed = await StateAsync(busy.Id, "failed");
        Assert.Equal("smtp-451", failed.GetProperty("error").GetString());
        Assert.True(failed.GetProperty("nextAt").GetDateTimeOffset() > DateTimeOffset.UtcNow);
        var resend = $"/api/v1/cases/{busy.Id}/messages/{failed.GetProperty("id").GetGuid()}/resend";
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsync(resend, null)).StatusCode);
        var sent = await StateAsync(busy.Id, "delivered");
        Assert.Equal(2, sent.GetProperty("attempts").GetArrayLength());
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsync(resend, null)).StatusCode);   // once per success
    }

    [Fact]
    public async Task A_message_that_the_gateway_did_not_take_is_seen_and_sent_again_by_who_may_and_by_nobody_else()
    {
        var refused = await FileAsync(Carriers.Refused);
        var message = await StateAsync(refused.Id, "failed");
        Assert.Equal("refused", message.GetProperty("error").GetString());
        var id = message.GetProperty("id").GetGuid();
        var listed = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/deliveries?state=failed")).GetProperty("items").EnumerateArray();
        Assert.Contains(listed, one => one.GetProperty("number").GetString() == refused.Number && one.GetProperty("message").GetProperty("address").GetString() == "100****0666");

        var stranger = await App.ApiKeyAsync("990101002", "cases.see", "cases.reply", "cases.see-deliveries");   // the case lies in the district, so no street sees it
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/cases/{refused.Id}/messages")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/api/v1/cases/{refused.Id}/messages/{id}/resend", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/api/v1/deliveries/{id}/resend", null)).StatusCode);
        Assert.Equal(0, (await stranger.GetFromJsonAsync<JsonElement>("/api/v1/deliveries")).GetProperty("total").GetInt32());

        var page = await clerk.PageAsync("/desk/deliveries?state=failed");
        Assert.Contains("短信网关没有接受", page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await clerk.PageAsync($"/desk/cases/{refused.Id}")).QuerySelector($"main button[name=Resend][value='{id}']"));
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsync($"/api/v1/deliveries/{id}/resend", null)).StatusCode);
        await Soon.FindAsync(async () => (await LogAsync(refused.Id)).Single() is var again && again.GetProperty("attempts").GetArrayLength() == 2 ? (object)again : null);
        Assert.Equal(1, await App.ReadAsync(db => db.Set<Platform.Audit.AuditEntry>().CountAsync(a => a.Action == "cases.resend-message" && a.Subject == $"case/{refused.Id}")));
    }

    [Fact]
    public async Task The_link_in_a_message_stops_all_messages_to_its_address_but_not_sign_in_codes_until_they_are_let_in_again()
    {
        var phone = NewPhone();
        var first = await FileAsync(phone);
        var link = Link().Match(await carriers.MessageAsync(phone, _ => true)).Value;
        using var browser = App.Stranger();
        Assert.Contains(phone[..3] + "****", (await browser.PageAsync(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.False((await browser.GetFromJsonAsync<JsonElement>("/api/v1/opt-out" + link[2..])).GetProperty("out").GetBoolean());   // looking changes nothing
        Assert.Equal(link, (await browser.SubmitAsync(link, new(), "opt-out")).GoesTo());
        Assert.True((await browser.GetFromJsonAsync<JsonElement>("/api/v1/opt-out" + link[2..])).GetProperty("out").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).StatusCode);

        var second = await FileAsync(phone);
        await AcceptAsync(first.Id);
        Assert.Equal("withheld", (await LogAsync(second.Id)).Single().GetProperty("state").GetString());
        Assert.Equal(["delivered", "withheld"], (await LogAsync(first.Id)).Select(m => m.GetProperty("state").GetString()!));
        await browser.SubmitAsync("/me/sign-in", new() { ["Form.Phone"] = phone });
        await carriers.MessageAsync(phone, text => text.Contains("验证码", StringComparison.Ordinal));
        Assert.DoesNotContain(carriers.Messages, m => m.Body.GetProperty("text").GetString()!.Contains(second.Number, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsJsonAsync("/api/v1/opt-out" + link[2..], new { @out = false })).StatusCode);
        await AcceptAsync(second.Id);
        await carriers.MessageAsync(phone, text => text.Contains(second.Number, StringComparison.Ordinal) && text.Contains("已受理", StringComparison.Ordinal));
        Assert.Equal(2, await App.ReadAsync(db => db.Set<Platform.Audit.AuditEntry>().CountAsync(a => a.Subject == $"case/{first.Id}" && a.Action.StartsWith("cases.opt-"))));
    }

    [Fact]
    public async Task A_reporter_chooses_on_the_follow_up_page_to_be_told_by_phone_or_not_at_all()
    {
        var phone = NewPhone();
        var filed = await FileAsync(phone, "choose@example.cn");
        using var browser = App.Stranger();
        Assert.Equal($"{filed.FollowUp}?done=telling", (await browser.SubmitAsync(filed.FollowUp!, new() { ["Form.By"] = "Sms" }, "telling")).GoesTo());
        await AcceptAsync(filed.Id);
        await carriers.MessageAsync(phone, text => text.Contains("已受理", StringComparison.Ordinal));
        var telling = $"/api/v1/follow-up{filed.FollowUp![2..]}/telling";
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsJsonAsync(telling, new { by = "nothing" })).StatusCode);
        await clerk.PostAsJsonAsync($"/api/v1/cases/{filed.Id}/reply", new { version = 2, remark = "明天有人来看" });
        Assert.Equal("withheld", (await LogAsync(filed.Id))[^1].GetProperty("state").GetString());
        Assert.Contains("明天有人来看", await browser.GetStringAsync(filed.FollowUp), StringComparison.Ordinal);   // the page is always there
        var tracked = await browser.SubmitAsync("/track", new() { ["Form.Number"] = filed.Number, ["Form.Phone"] = "Choose@example.cn" }, "track");
        Assert.StartsWith("/r/", tracked.GoesTo());   // who left a mail address finds back by it
        var nameless = await FileAsync(NewPhone());
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsJsonAsync($"/api/v1/follow-up{nameless.FollowUp![2..]}/telling", new { by = "email" })).StatusCode);
    }

    [Fact]
    public async Task The_notice_rates_count_what_the_carrier_took_and_lead_to_the_cases_they_count()
    {
        var (told, untold) = (await FileAsync(NewPhone(), category: Counted), await FileAsync(Carriers.Refused, category: Counted));
        await FileAsync(null, category: Counted);   // nobody to tell
        await AcceptAsync(told.Id);
        await AcceptAsync(untold.Id);
        await CloseAsync(told.Id);
        var after = await Soon.FindAsync(async () => await FiguresAsync() is var now && now[CaseMark.ResultTold] + now[CaseMark.AcceptanceTold] == 2 ? now : null);
        Assert.Equal((1, 1, 1, 0), (after[CaseMark.AcceptanceTold], after[CaseMark.AcceptanceUntold], after[CaseMark.ResultTold], after[CaseMark.ResultUntold]));
        foreach (var (mark, count) in after)
            Assert.Equal(count, (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases?status=all&size=200&category={Counted}&mark={mark}")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task In_quiet_hours_messages_wait_for_the_morning_and_sign_in_codes_do_not()
    {
        var hours = App.Services.GetRequiredService<Platform.Time.SiteTime>();
        var now = TimeOnly.FromDateTime(hours.Local(DateTimeOffset.UtcNow).DateTime);
        var (from, to) = (now.AddHours(-1), now.AddHours(2));
        var quiet = await Carriers.StartAsync(database, new() { ["Linli:Messages:QuietFrom"] = from.ToString("HH:mm", CultureInfo.InvariantCulture), ["Linli:Messages:QuietTo"] = to.ToString("HH:mm", CultureInfo.InvariantCulture) });
        await using var app = quiet.App;
        var key = await app.ApiKeyAsync("990101", "cases.report", "cases.see");
        var phone = NewPhone();
        var filed = (await (await key.PostAsJsonAsync("/api/v1/cases", new { text = "夜里报的", phone })).Content.ReadFromJsonAsync<ReceivedCase>(Json.Readable))!;
        using var browser = app.Stranger();
        await browser.SubmitAsync("/me/sign-in", new() { ["Form.Phone"] = phone });
        await quiet.MessageAsync(phone, text => text.Contains("验证码", StringComparison.Ordinal));
        var waiting = (await key.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{filed.Id}/messages")).EnumerateArray().Single();
        Assert.Equal("waiting", waiting.GetProperty("state").GetString());
        Assert.Equal(to.ToString("HH:mm", CultureInfo.InvariantCulture), hours.Local(waiting.GetProperty("nextAt").GetDateTimeOffset()).ToString("HH:mm", CultureInfo.InvariantCulture));
        Assert.Single(quiet.Messages);
    }

    [Fact]
    public async Task A_mail_server_whose_certificate_nobody_vouches_for_is_told_nothing()
    {
        var server = new MailServer(Options.Create(new MessageOptions { Email = new() { Host = "127.0.0.1", Port = carriers.MailPort, Security = MailSecurity.StartTls, From = "tell@linli.example" } }));
        var refused = await Assert.ThrowsAsync<SendingFailedException>(() => server.SendAsync(Guid.Empty, new("tls@example.cn", "words", "test", "test/1") { Way = MessageWay.Email }, default));
        Assert.Equal("not-secure", refused.Message);
        Assert.DoesNotContain(carriers.Mails, m => m.To == "tls@example.cn");
    }

    private static string NewPhone() => "1003" + Interlocked.Increment(ref phones).ToString("0000000", CultureInfo.InvariantCulture);

    private async Task<ReceivedCase> FileAsync(string? phone, string? email = null, string? category = null)
    {
        var answer = await clerk.PostAsJsonAsync("/api/v1/cases", new { text = "楼道灯坏了", categoryCode = category ?? Leaves[0], phone, email });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ReceivedCase>(Json.Readable))!;
    }

    private Task AcceptAsync(Guid id) => ActAsync(clerk, id, "accept", 1, new { version = 1 });

    private async Task CloseAsync(Guid id)
    {
        var unit = App.Services.GetRequiredService<IUnits>().All[0].Id;
        var handler = await App.ApiKeyAsync("990101", unit, ["cases.see", "cases.handle"]);
        await ActAsync(clerk, id, "dispatch", 2, new { version = 2, unitId = unit });
        await ActAsync(handler, id, "handle", 3, new { version = 3, remark = "已修好" });
        await ActAsync(clerk, id, "close", 4, new { version = 4, remark = "已修好" });
    }

    private static async Task ActAsync(HttpClient who, Guid id, string verb, int version, object command)
    {
        var answer = await who.PostAsJsonAsync($"/api/v1/cases/{id}/{verb}", command);
        Assert.True(answer.IsSuccessStatusCode, $"{verb} of version {version}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task<List<JsonElement>> LogAsync(Guid id) => [.. (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{id}/messages")).EnumerateArray()];

    /// <summary>The one message about a case, once it is in a state.</summary>
    private async Task<JsonElement> StateAsync(Guid id, string state) =>
        (JsonElement)await Soon.FindAsync(async () => (await LogAsync(id)).Where(m => m.GetProperty("state").GetString() == state).Select(m => (object)m).FirstOrDefault());

    private async Task<Dictionary<CaseMark, int>> FiguresAsync()
    {
        var total = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/figures?category=" + Counted)).GetProperty("total");
        return new[] { CaseMark.AcceptanceTold, CaseMark.AcceptanceUntold, CaseMark.ResultTold, CaseMark.ResultUntold }
            .ToDictionary(mark => mark, mark => total.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(mark.ToString())).GetInt32());
    }

    [GeneratedRegex("/o/[A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}

public sealed class NoticesOnSqlite() : NoticeTests("sqlite");

public sealed class NoticesOnPostgres() : NoticeTests("postgres");
