using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Linli.Cases;
using Linli.Cases.Channels;
using Linli.Cases.ForgetReporters;
using Linli.Cases.Loading;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Desk;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Channels;

public abstract class ChannelTests(string database) : DeskTest(database)
{
    private const string List = "/desk/channels";

    [Fact]
    public async Task The_demo_district_has_more_than_150_channels_of_all_kinds_and_keeps_the_codes_that_cases_had()
    {
        var all = await App.ReadAsync(db => db.Channels.AsNoTracking().Where(c => !c.Code.StartsWith("test-")).ToListAsync());
        Assert.Equal(152, all.Count);
        Assert.Equal(Enum.GetValues<ChannelKind>().Order(), all.Select(c => c.Kind).Distinct().Order());
        Assert.Empty(new[] { "12345", "12319", "phone", "counter", "grid-worker", "web", "api", "wechat", "app", "mailbox" }.Except(all.Select(c => c.Code)));
        Assert.Equal(1, all.Single(c => c.Code == "device-gas").Level);
    }

    [Fact]
    public async Task An_administrator_adds_a_channel_by_the_page_and_lists_filters_and_files_show_its_name()
    {
        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var code = NewCode();
        var answer = await admin.SubmitAsync(List + "/new", new() { ["NewCode"] = code, ["Form.Name"] = "柳湾议事会" + code, ["Form.NameEn"] = "Council " + code, ["Form.Kind"] = nameof(ChannelKind.Media), ["Form.RetentionDays"] = "90" }, "channel");
        Assert.Equal($"{List}/{code}?saved=true", answer.GoesTo());
        Assert.Contains("柳湾议事会" + code, (await admin.PageAsync($"{List}?q={code}")).Body!.TextContent, StringComparison.Ordinal);

        var filed = await FileAsync(channel: code);
        using var clerk = await ClerkAsync();
        var page = await clerk.PageAsync($"/desk/cases?channel={code}");
        Assert.Equal("柳湾议事会" + code, page.QuerySelector("select[name=channel] option[selected]")!.TextContent);
        Assert.Contains("柳湾议事会" + code, page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("柳湾议事会" + code, await clerk.GetStringAsync($"/api/v1/cases/export.csv?channel={code}"), StringComparison.Ordinal);
        Assert.Contains("柳湾议事会" + code, (await clerk.PageAsync($"/desk/figures?channel={code}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("柳湾议事会" + code, (await clerk.PageAsync($"/desk/cases/{filed.Id}")).Body!.TextContent, StringComparison.Ordinal);
        clerk.DefaultRequestHeaders.AcceptLanguage.Add(new("en"));
        Assert.Contains("Council " + code, (await clerk.PageAsync($"/desk/cases/{filed.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await clerk.PageAsync("/desk/report")).QuerySelector($"select option[value='{code}']"));
    }

    [Fact]
    public async Task A_channel_that_is_closed_or_unknown_takes_no_case_and_says_so()
    {
        var code = NewCode();
        await OpenAsync(code, c => c.Active = false);
        using var sender = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        var closed = await sender.PostAsJsonAsync("/api/v1/cases", new { text = "停用的渠道来件", channel = code });
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
        Assert.Equal("cases.channel-inactive", (await closed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        var unknown = await sender.PostAsJsonAsync("/api/v1/cases", new { text = "没有的渠道来件", channel = code + "x" });
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal("没有这个渠道", (await unknown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("channel")[0].GetString());
        Assert.Equal(0, await App.ReadAsync(db => db.Cases.CountAsync(c => c.Text == "停用的渠道来件" || c.Text == "没有的渠道来件")));
    }

    [Fact]
    public async Task The_level_is_what_the_report_says_else_the_channels()
    {
        var code = NewCode();
        await OpenAsync(code, c => c.Level = 1);
        using var sender = await App.ApiKeyAsync("990101", CasesPolicies.Report);
        Assert.Equal(1, await LevelAsync(new { text = "烟感报警", channel = code }));
        Assert.Equal(3, await LevelAsync(new { text = "烟感报警", channel = code, level = 3 }));
        Assert.Equal(4, await LevelAsync(new { text = "没什么要紧" }));

        async Task<int> LevelAsync(object report)
        {
            var receipt = await (await sender.PostAsJsonAsync("/api/v1/cases", report)).Content.ReadFromJsonAsync<JsonElement>();
            return (await NowAsync(receipt.GetProperty("id").GetGuid())).Level;
        }
    }

    [Fact]
    public async Task Over_the_api_a_channel_is_made_changed_and_refused_when_somebody_was_faster()
    {
        using var admin = await App.ApiKeyAsync("990101", CasesPolicies.ManageChannels);
        var at = "/api/v1/channels/" + NewCode();
        var made = await admin.PutAsJsonAsync(at, new { name = "物业系统", kind = "system", active = true, level = 3 });
        Assert.Equal(1, (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PutAsJsonAsync(at, new { name = "物业系统", kind = "system" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsJsonAsync(at, new { name = "物业平台", kind = "system", active = true, version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PutAsJsonAsync(at, new { name = "慢了一步", kind = "system", version = 1 })).StatusCode);
        Assert.Equal("物业平台", (await JsonAsync(admin, at)).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PutAsJsonAsync(at, new { name = "级别不对", kind = "system", level = 9, retentionDays = 0, version = 2 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PutAsJsonAsync("/api/v1/channels/Not_A_Code", new { name = "代码不对", kind = "system" })).StatusCode);
        var subject = "channel/" + at.Split('/')[^1];
        Assert.Equal(2, await App.ReadAsync(db => db.Set<AuditEntry>().CountAsync(a => a.Subject == subject && a.Action == "cases.save-channel")));
    }

    [Fact]
    public async Task A_key_is_shown_once_and_kept_as_a_hash()
    {
        var code = NewCode();
        await OpenAsync(code);
        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var page = await (await admin.SubmitAsync($"{List}/{code}", [], "key")).PageAsync();
        var key = page.QuerySelector("linli-copy input, linli-copy code, .notice input, .notice code")?.GetAttribute("value") ?? page.QuerySelector("main")!.TextContent;
        Assert.Contains("llc_", key, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Trim(), (await admin.PageAsync($"{List}/{code}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(32, (await App.ReadAsync(db => db.Channels.AsNoTracking().SingleAsync(c => c.Code == code))).KeyHash!.Length);
    }

    [Fact]
    public async Task Who_may_not_keep_channels_sees_neither_list_nor_form_nor_api()
    {
        using var clerk = await ClerkAsync();
        foreach (var address in (string[])[List, List + "/new", List + "/web", "/api/v1/channels"]) Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PutAsJsonAsync("/api/v1/channels/web", new { name = "改名", kind = "web", version = 1 })).StatusCode);
        Assert.Null((await clerk.PageAsync("/desk")).QuerySelector($"a[href='{List}']"));
    }

    [Fact]
    public async Task When_its_time_is_over_a_reporter_is_made_anonymous_and_the_case_stays()
    {
        var code = NewCode();
        await OpenAsync(code, c => c.RetentionDays = 30);
        var (old, young, open) = (await FileAsync(channel: code), await FileAsync(channel: code), await FileAsync(channel: code));
        var now = DateTimeOffset.UtcNow;
        await EndAsync(old.Id, now.AddDays(-31));
        await EndAsync(young.Id, now.AddDays(-29));
        for (var i = 0; i < 2; i++) await App.RunJobAsync("cases.forget-reporters");
        var reporters = await App.ReadAsync(db => db.Reporters.AsNoTracking().Where(r => r.CaseId == old.Id || r.CaseId == young.Id || r.CaseId == open.Id).ToDictionaryAsync(r => r.CaseId));
        Assert.Equal((null, null, null, null, null), (reporters[old.Id].Name, reporters[old.Id].Phone, reporters[old.Id].PhoneFingerprint, reporters[old.Id].MaskedName, reporters[old.Id].MaskedPhone));
        Assert.NotNull(reporters[old.Id].AnonymisedAt);
        Assert.All([reporters[young.Id], reporters[open.Id]], r => Assert.NotNull(r.Phone));
        var audit = Assert.Single(await App.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().Where(a => a.Subject == "channel/" + code && a.Action == "cases.forget-reporters").ToListAsync()));
        Assert.Contains(old.Id.ToString(), audit.Details, StringComparison.Ordinal);

        using var clerk = await ClerkAsync();
        var page = await clerk.PageAsync($"/desk/cases/{old.Id}");
        Assert.Contains("到期匿名化", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form [name=Reason]"));
    }

    private async Task EndAsync(Guid id, DateTimeOffset at)
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var found = await db.Cases.SingleAsync(c => c.Id == id);
        found.Restore(new CaseFacts { Status = CaseStatus.Closed, Version = found.Version + 1, UnitId = found.UnitId, ClosedAt = at });
        await db.SaveChangesAsync();
    }
}

public sealed class ChannelsOnSqlite() : ChannelTests("sqlite");

public sealed class ChannelsOnPostgres() : ChannelTests("postgres");
