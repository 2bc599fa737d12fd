using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Registry;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Registry;

public abstract class NeedTests(string database) : RegistryTest(database)
{
    private const string Api = "/api/v1/registry";

    private static DateOnly Today => DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task Somebody_tagged_by_a_named_person_is_due_at_once_and_again_when_the_tag_says()
    {
        var clerk = await ClerkAsync();
        var person = await AddAsync(clerk, "person", new { name = "走访测试" });
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"{Records}/{person.Id}/needs", new { kind = "ill" })).StatusCode);   // nobody is tagged without a reason
        var need = await PostAsync<NeedDetails>(clerk, $"{Records}/{person.Id}/needs", new { kind = "ill", reason = "出院后需要照看", every = 7 });
        Assert.Equal(Today, need.NextVisit);
        Assert.Equal("registry.tagged-already", await CodeAsync(await clerk.PostAsJsonAsync($"{Records}/{person.Id}/needs", new { kind = "ill", reason = "再来一次" })));

        await PostAsync<VisitDetails>(clerk, $"{Api}/needs/{need.Id}/visits", new { outcome = "notMet" });
        Assert.Equal(Today, (await NeedsAsync(clerk, person.Id)).Single().NextVisit);   // nobody was met: still due
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"{Api}/needs/{need.Id}/visits", new { outcome = "needsHelp" })).StatusCode);
        await PostAsync<VisitDetails>(clerk, $"{Api}/needs/{need.Id}/visits", new { outcome = "needsHelp", words = "需要送药上门" });
        Assert.Equal(Today.AddDays(7), (await NeedsAsync(clerk, person.Id)).Single().NextVisit);
        Assert.Contains("需要送药上门", (await clerk.PageAsync($"/desk/registry/{person.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var ended = await PostAsync<NeedDetails>(clerk, $"{Api}/needs/{need.Id}/end", new { reason = "已经康复" });
        Assert.Equal((null, "已经康复"), (ended.NextVisit, ended.EndedWhy));
    }

    [Fact]
    public async Task What_a_device_at_home_says_lets_those_who_live_there_be_visited_at_once_and_stands_until_somebody_met_them()
    {
        var (clerk, code) = (await ClerkAsync(), "SB" + NewIdNumber());
        var person = await AddAsync(clerk, "person", new { name = "设备测试" });
        var house = await AddAsync(clerk, "house", new { name = "设备里" + code, use = "owned" });
        var device = await AddAsync(clerk, "device", new { code, kind = "smoke" });
        await PostAsync<LinkDetails>(clerk, $"{Records}/{person.Id}/links", new { kind = "livesIn", toId = house.Id });
        await PostAsync<LinkDetails>(clerk, $"{Records}/{device.Id}/links", new { kind = "isAt", toId = house.Id });
        var need = await PostAsync<NeedDetails>(clerk, $"{Records}/{person.Id}/needs", new { kind = "ill", reason = "需要照看", every = 14 });
        await PostAsync<VisitDetails>(clerk, $"{Api}/needs/{need.Id}/visits", new { outcome = "well" });
        Assert.Equal(Today.AddDays(14), (await NeedsAsync(clerk, person.Id)).Single().NextVisit);

        var gateway = await App.ApiKeyAsync(Street, "registry.signal");
        var at = DateTimeOffset.UtcNow.AddMinutes(-1);
        Assert.Equal(0, (await PostAsync<TakenSignal>(gateway, $"{Api}/signals", new { device = code, kind = "offline", at })).Visits);
        var taken = await PostAsync<TakenSignal>(gateway, $"{Api}/signals", new { device = code, kind = "smoke", at });
        Assert.Equal(1, taken.Visits);
        Assert.Equal(taken, await PostAsync<TakenSignal>(gateway, $"{Api}/signals", new { device = code, kind = "smoke", at }));   // told twice
        var due = (await NeedsAsync(clerk, person.Id)).Single();
        Assert.Equal((Today, "smoke"), (due.NextVisit!.Value, due.Signal));
        Assert.Contains("设备报告：烟雾报警", (await clerk.PageAsync("/desk/registry/visits")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);   // before all others

        await PostAsync<VisitDetails>(clerk, $"{Api}/needs/{need.Id}/visits", new { outcome = "notMet" });
        Assert.Equal("smoke", (await NeedsAsync(clerk, person.Id)).Single().Signal);
        await PostAsync<VisitDetails>(clerk, $"{Api}/needs/{need.Id}/visits", new { outcome = "well" });
        Assert.Null((await NeedsAsync(clerk, person.Id)).Single().Signal);
    }

    [Fact]
    public async Task A_gateway_speaks_only_for_devices_of_its_divisions_and_in_words_that_are_known()
    {
        var (clerk, code) = (await ClerkAsync(), "SB" + NewIdNumber());
        await AddAsync(clerk, "device", new { code, kind = "smoke" });
        var (gateway, foreign) = (await App.ApiKeyAsync(Street, "registry.signal"), await App.ApiKeyAsync(OtherStreet, "registry.signal"));
        Assert.Equal(HttpStatusCode.BadRequest, (await foreign.PostAsJsonAsync($"{Api}/signals", new { device = code, kind = "smoke" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await gateway.PostAsJsonAsync($"{Api}/signals", new { device = code, kind = "laughter" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await gateway.PostAsJsonAsync($"{Api}/signals", new { device = code, kind = "smoke", at = DateTimeOffset.UtcNow.AddHours(1) })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.PostAsJsonAsync($"{Api}/signals", new { device = code, kind = "smoke" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostAsJsonAsync($"{Api}/signals", new { device = code, kind = "smoke" })).StatusCode);
    }

    [Fact]
    public async Task A_rule_tags_whom_it_applies_to_and_takes_the_tag_away_when_it_does_no_longer()
    {
        var clerk = await ClerkAsync();
        var old = await AddAsync(clerk, "person", new { name = "独居测试", born = "1945-03-01", alone = "yes" });
        var young = await AddAsync(clerk, "person", new { name = "年轻测试", born = "2000-03-01", alone = "yes" });
        await FollowRulesAsync();
        Assert.Equal(["alone-elderly", "very-old"], (await NeedsAsync(clerk, old.Id)).Select(n => n.Kind).Order(StringComparer.Ordinal));
        Assert.All(await NeedsAsync(clerk, old.Id), n => Assert.True(n.ByRule));
        Assert.Empty(await NeedsAsync(clerk, young.Id));

        await DoAsync(clerk, old.Id, "change", new { version = old.Version, facts = new { alone = "no" }, source = "visit" });
        await FollowRulesAsync();
        Assert.Equal(["very-old"], (await NeedsAsync(clerk, old.Id)).Where(n => n.EndedOn is null).Select(n => n.Kind));
    }

    [Fact]
    public async Task Whom_somebody_took_a_rules_tag_from_by_name_is_not_tagged_by_it_again()
    {
        var clerk = await ClerkAsync();
        var old = await AddAsync(clerk, "person", new { name = "撤销测试", born = "1940-03-01" });
        await FollowRulesAsync();
        var need = (await NeedsAsync(clerk, old.Id)).Single();
        await PostAsync<NeedDetails>(clerk, $"{Api}/needs/{need.Id}/end", new { reason = "本人不愿意" });
        await FollowRulesAsync();
        Assert.NotNull((await NeedsAsync(clerk, old.Id)).Single().EndedOn);
    }

    [Fact]
    public async Task Tags_end_with_the_record_and_on_their_day_and_follow_people_who_move_within_the_street()
    {
        var clerk = await ClerkAsync();
        var (left, moved) = (await AddAsync(clerk, "person", new { name = "搬走测试" }), await AddAsync(clerk, "person", new { name = "搬家测试" }));
        foreach (var person in new[] { left, moved }) await PostAsync<NeedDetails>(clerk, $"{Records}/{person.Id}/needs", new { kind = "other", reason = "需要关心", until = Today.AddDays(30) });
        await DoAsync(clerk, left.Id, "end", new { version = left.Version, remark = "搬走", source = "visit" });
        var other = SignIns.Plan.Divisions.Last(d => d.Level is Demo.DemoLevel.Grid && d.Code.StartsWith(Street, StringComparison.Ordinal)).Code;
        await DoAsync(clerk, moved.Id, "change", new { version = moved.Version, divisionCode = other, source = "visit" });
        await FollowRulesAsync();
        Assert.NotNull((await NeedsAsync(clerk, left.Id)).Single().EndedOn);
        await using var scope = App.Services.CreateSystemScope("test");
        var needs = scope.ServiceProvider.GetRequiredService<AppDb>().Needs;
        Assert.Equal(other, (await needs.AsNoTracking().SingleAsync(n => n.RecordId == moved.Id)).DivisionCode);
        await needs.Where(n => n.RecordId == moved.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.Until, Today));
        await FollowRulesAsync();
        Assert.NotNull((await NeedsAsync(clerk, moved.Id)).Single().EndedOn);
    }

    [Fact]
    public async Task The_worklist_has_the_longest_overdue_first_and_a_visit_is_kept_from_it_without_script()
    {
        var clerk = await ClerkAsync();
        var person = await AddAsync(clerk, "person", new { name = "逾期测试" });
        var need = await PostAsync<NeedDetails>(clerk, $"{Records}/{person.Id}/needs", new { kind = "veteran", reason = "优抚对象" });
        await using (var scope = App.Services.CreateSystemScope("test"))
            await scope.ServiceProvider.GetRequiredService<AppDb>().Needs.Where(n => n.Id == need.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.NextVisit, new DateOnly(2020, 1, 1)));
        var list = await clerk.PageAsync("/desk/registry/visits?kind=veteran");
        Assert.Contains($"/desk/registry/needs/{need.Id}/visit", list.QuerySelectorAll("main table a.row-link").Select(a => a.GetAttribute("href")));
        var kept = await clerk.SubmitAsync($"/desk/registry/needs/{need.Id}/visit", new() { ["Form.Outcome"] = "Well" }, "visit");
        Assert.Equal($"/desk/registry/{person.Id}?done=visit", kept.GoesTo());
        Assert.DoesNotContain(need.Id.ToString(), (await clerk.PageAsync("/desk/registry/visits?kind=veteran")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_looked_after_in_another_street_nobody_sees_there()
    {
        var (clerk, other) = (await ClerkAsync(), await ClerkAsync(OtherStreet));
        var person = await AddAsync(clerk, "person", new { name = "隔街测试" });
        var need = await PostAsync<NeedDetails>(clerk, $"{Records}/{person.Id}/needs", new { kind = "ill", reason = "需要关心" });
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Records}/{person.Id}/needs")).StatusCode);
        foreach (var (address, command) in new (string, object)[] { ("end", new { reason = "不该能撤" }), ("visits", new { outcome = "well" }) })
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"{Api}/needs/{need.Id}/{address}", command)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/desk/registry/needs/{need.Id}/visit")).StatusCode);
        Assert.DoesNotContain(need.Id.ToString(), await other.GetStringAsync($"{Api}/visits?kind=ill&division={Street}"), StringComparison.Ordinal);
    }

    private Task FollowRulesAsync() => App.RunJobAsync(FollowRules.JobName);

    private static async Task<List<NeedDetails>> NeedsAsync(HttpClient who, Guid id) => (await who.GetFromJsonAsync<List<NeedDetails>>($"{Records}/{id}/needs", Platform.Texts.Json.Readable))!;

    private static async Task<T> PostAsync<T>(HttpClient who, string address, object command)
    {
        var answer = await who.PostAsJsonAsync(address, command, Platform.Texts.Json.Readable);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>(Platform.Texts.Json.Readable))!;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}

public sealed class NeedOnSqlite() : NeedTests("sqlite");

public sealed class NeedOnPostgres() : NeedTests("postgres");
