using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.DeadLetters;
using Linli.Cases.EditChannels;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Channels;

public abstract class WebhookTests(string database) : DeskTest(database)
{
    /// <summary>Another system's words: nested, with lists, positions as maps give them, and grades of its own.</summary>
    private const string Profile = """
        {
          "fields": {
            "text": "{event.type}：{event.remark}", "title": "{event.type}", "place": "{event.site.address}", "externalId": "{head.serial}",
            "longitude": "{event.site.point[0]}", "latitude": "{event.site.point[1]}", "phone": "{event.caller.mobile}", "name": "{event.caller.name}", "level": "{event.grade}"
          },
          "values": { "level": { "A": "1", "B": "2", "*": "4" } },
          "coordinates": "gcj02"
        }
        """;

    [Fact]
    public async Task A_message_in_another_systems_words_becomes_a_case_and_sent_again_the_same_case()
    {
        var (code, key) = await ChannelAsync();
        using var sender = Sender(key);
        var message = Message("W-1", "路面塌陷，车辆绕行", "B");
        var made = await PostAsync(sender, code, message);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var filed = await NowAsync(id);
        Assert.Equal((code, "道路：路面塌陷，车辆绕行", "道路", 2), (filed.Channel, filed.Text, filed.Title, filed.Level));
        Assert.InRange(filed.Longitude!.Value, 114.044, 114.0455);   // GCJ-02 lies about 500 m east of WGS-84 here
        Assert.NotEqual(114.05, filed.Longitude.Value);
        Assert.Equal("赵**", await App.ReadAsync(db => db.Reporters.Where(r => r.CaseId == id).Select(r => r.MaskedName).SingleAsync()));
        var received = await App.ReadAsync(db => db.History.SingleAsync(h => h.CaseId == id));
        Assert.Equal((ActorKind.ApiKey, code), (received.ActorKind, received.ActorName));

        var again = await PostAsync(sender, code, message);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(id, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
        Assert.Equal(1, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));
    }

    [Fact]
    public async Task Without_a_profile_the_channel_speaks_in_our_own_fields_and_in_old_encodings()
    {
        var (code, key) = await ChannelAsync(profile: null);
        using var sender = Sender(key);
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes("""{"text":"窨井盖缺失","level":2,"externalId":"G-1"}""");
        var answer = await sender.PostAsync($"/api/v1/channels/{code}/webhook", new ByteArrayContent(gb18030));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await sender.PostAsync($"/api/v1/channels/{code}/webhook", new StringContent("""{"text":"窨井盖缺失","externalId":"G-1"}""", Encoding.UTF8, "text/plain"))).StatusCode);   // whatever it calls its JSON
        Assert.Equal("窨井盖缺失", await App.ReadAsync(db => db.Cases.Where(c => c.Channel == code).Select(c => c.Text).SingleAsync()));
    }

    [Fact]
    public async Task Only_the_channels_own_key_opens_it_and_a_closed_channel_says_that_it_is()
    {
        var ((code, key), (_, other)) = (await ChannelAsync(), await ChannelAsync());
        foreach (var wrong in (string?[])[null, "llc_wrong", other])
        {
            using var stranger = Sender(wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(stranger, code, Message("K-1", "内容", "A"))).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(stranger, NewCode(), Message("K-1", "内容", "A"))).StatusCode);
        }
        using var apiKey = await App.ApiKeyAsync("990101", CasesPolicies.Report, CasesPolicies.ManageChannels);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(apiKey, code, Message("K-1", "内容", "A"))).StatusCode);
        using var sender = Sender(key);
        await OpenAsync(code, c => c.Active = false);
        var closed = await PostAsync(sender, code, Message("K-1", "内容", "A"));
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));
        Assert.Equal(0, await App.ReadAsync(db => db.DeadLetters.CountAsync(l => l.Channel == code)));
    }

    [Fact]
    public async Task What_cannot_be_mapped_is_kept_encrypted_shown_with_its_reason_mended_and_filed_once()
    {
        var (code, key) = await ChannelAsync();
        using var sender = Sender(key);
        var kept = await PostAsync(sender, code, Message("D-1", "消防通道被占", "A").Replace("10020000081", "1002", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Accepted, kept.StatusCode);
        var letter = (await kept.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("letterId").GetGuid();
        var payload = (await App.ReadAsync(db => db.DeadLetters.AsNoTracking().SingleAsync(l => l.Id == letter))).Payload!;
        Assert.DoesNotContain("消防通道", Encoding.UTF8.GetString(payload), StringComparison.Ordinal);

        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var list = await clerk.PageAsync($"/desk/dead-letters?channel={code}");
        Assert.Contains("电话：请填写 11 位手机号码", list.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var at = $"/desk/dead-letters/{letter}";
        var page = await clerk.PageAsync(at);
        var message = page.QuerySelector("textarea")!.TextContent;
        Assert.Contains("消防通道被占", message, StringComparison.Ordinal);

        var still = await clerk.SubmitAsync(at, page, new() { ["Replay.Payload"] = message.Replace("消防通道被占", "", StringComparison.Ordinal).Replace("道路", "", StringComparison.Ordinal).Replace("\"remark\"", "\"other\"", StringComparison.Ordinal) }, "replay");
        Assert.Equal(HttpStatusCode.BadRequest, still.StatusCode);
        var mended = message.Replace("1002\"", "10020000081\"", StringComparison.Ordinal);
        Assert.Equal(at, (await clerk.SubmitAsync(at, page, new() { ["Replay.Payload"] = mended }, "replay")).GoesTo());
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SubmitAsync(at, page, new() { ["Replay.Payload"] = mended }, "replay")).StatusCode);
        var settled = await App.ReadAsync(db => db.DeadLetters.AsNoTracking().SingleAsync(l => l.Id == letter));
        Assert.Equal((DeadLetterState.Replayed, null), (settled.State, settled.Payload));
        Assert.Equal(settled.CaseId, await App.ReadAsync(db => db.Cases.Where(c => c.Channel == code).Select(c => (Guid?)c.Id).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(sender, code, mended)).StatusCode);   // the sender's own repetition finds it too

        var actions = await App.ReadAsync(db => db.Set<AuditEntry>().Where(a => a.Subject == $"dead-letter/{letter}").Select(a => a.Action).Distinct().ToListAsync());
        Assert.Equal(["cases.keep-dead-letter", "cases.open-dead-letter", "cases.replay-dead-letter"], actions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_the_profile_is_mended_all_messages_of_the_channel_are_tried_again()
    {
        var (code, key) = await ChannelAsync(Profile.Replace("event.", "wrong.", StringComparison.Ordinal));
        using var sender = Sender(key);
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(sender, code, Message($"P-{i % 2}", $"第 {i} 份", "B"))).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(sender, code, "这不是 JSON")).StatusCode);
        await OpenAsync(code, c => c.Profile = Profile);
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var list = $"/desk/dead-letters?channel={code}";
        Assert.Equal($"{list}&replayed=3&left=1", (await clerk.SubmitAsync(list, [], "all")).GoesTo());
        Assert.Equal(2, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));   // two of the three had the same serial

        var left = await App.ReadAsync(db => db.DeadLetters.AsNoTracking().SingleAsync(l => l.Channel == code && l.State == DeadLetterState.Open));
        Assert.Equal("/desk/dead-letters?discarded=true", (await clerk.SubmitAsync($"/desk/dead-letters/{left.Id}", new() { ["Discard.Remark"] = "测试报文" }, "discard")).GoesTo());
        var discarded = await App.ReadAsync(db => db.DeadLetters.AsNoTracking().SingleAsync(l => l.Id == left.Id));
        Assert.Equal((DeadLetterState.Discarded, null, "测试报文"), (discarded.State, discarded.Payload, discarded.Remark));
    }

    [Fact]
    public async Task A_message_without_a_key_of_its_own_is_replayed_into_one_case_however_often_at_once()
    {
        var (code, key) = await ChannelAsync("""{ "fields": { "text": "{words}", "phone": "{tel}" } }""");
        using var sender = Sender(key);
        var kept = await PostAsync(sender, code, """{ "words": "楼道堆物", "tel": "12" }""");
        var letter = (await kept.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("letterId").GetGuid();
        using var mender = await App.ApiKeyAsync("990101", CasesPolicies.MendLetters);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => mender.PostAsJsonAsync($"/api/v1/dead-letters/{letter}/replay", new { payload = """{ "words": "楼道堆物" }""", version = 1 })));
        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, a.StatusCode.ToString()));
        Assert.Equal(1, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Channel == code)));
        Assert.Equal(DeadLetterState.Replayed, await App.ReadAsync(db => db.DeadLetters.Where(l => l.Id == letter).Select(l => l.State).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_without_the_permission_or_of_one_street_alone_sees_the_messages()
    {
        var (code, key) = await ChannelAsync();
        using var sender = Sender(key);
        var kept = await PostAsync(sender, code, """{ "secret": "某人的电话" }""");
        var letter = (await kept.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("letterId").GetGuid();
        using var clerk = await ClerkAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/desk/dead-letters/{letter}")).StatusCode);
        using var street = await App.ApiKeyAsync(Street, CasesPolicies.MendLetters);
        Assert.Equal(HttpStatusCode.NotFound, (await street.GetAsync($"/api/v1/dead-letters/{letter}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await street.PostAsJsonAsync($"/api/v1/dead-letters/{letter}/discard", new { remark = "越界", version = 1 })).StatusCode);
        Assert.Equal(0, (await JsonAsync(street, $"/api/v1/dead-letters?channel={code}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_profile_that_makes_no_sense_is_not_saved()
    {
        using var admin = await App.ApiKeyAsync("990101", CasesPolicies.ManageChannels);
        foreach (var profile in (string[])["{", "[]", """{ "fields": {} }""", """{ "fields": { "text": "{a}", "colour": "{b}" } }""", """{ "fields": { "text": "{a}" }, "coordinates": "mars" }""", """{ "fields": { "text": "{a}" }, "unknown": 1 }"""])
        {
            var answer = await admin.PutAsJsonAsync($"/api/v1/channels/{NewCode()}", new { name = "规则不对", kind = "system", profile });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("profile", out _));
        }
    }

    private static string Message(string serial, string remark, string grade) => JsonSerializer.Serialize(new
    {
        head = new { serial },
        @event = new { type = "道路", remark, grade, site = new { address = "桥头", point = new[] { 114.05, 22.54 } }, caller = new { name = "赵推送", mobile = "10020000081" } },
    }, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private async Task<(string Code, string Key)> ChannelAsync(string? profile = Profile)
    {
        var code = NewCode();
        var channel = await OpenAsync(code, c => c.Profile = profile);
        await using var scope = App.Services.CreateSystemScope("test");
        var made = await scope.ServiceProvider.GetRequiredService<RenewChannelKeyHandler>().HandleAsync(code, new() { Version = channel.Version }, default);
        Assert.True(made.Succeeded(out var key, out _));
        return (code, key.Key);
    }

    private HttpClient Sender(string? key)
    {
        var sender = App.Stranger();
        if (key is not null) sender.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return sender;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient sender, string code, string message) =>
        sender.PostAsync($"/api/v1/channels/{code}/webhook", new StringContent(message, Encoding.UTF8, "application/json"));
}

public sealed class WebhookOnSqlite() : WebhookTests("sqlite");

public sealed class WebhookOnPostgres() : WebhookTests("postgres");
