using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.Taxonomy;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.CommandLine;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Modules.Tests.Cases.Lists;

public abstract class ConditionTests(string database) : ListTest(database)
{
    [Fact]
    public async Task Of_entries_that_apply_the_more_specific_category_wins_then_the_division_then_the_number_of_conditions()
    {
        var (root, leaf) = await CategoriesAsync();
        using var keeper = await KeeperAsync();
        await SetAsync(keeper, root, Units[0].Id, new { channel = "web", level = 5, time = "1-7" }, Street);
        await SetAsync(keeper, leaf, Units[1].Id, new { });
        await SetAsync(keeper, leaf, Units[2].Id, new { channel = "web" });
        await SetAsync(keeper, leaf, Units[3].Id, new { channel = "web", level = 3 });
        await SetAsync(keeper, leaf, Units[4].Id, new { level = 2 }, Street);

        var at = $"/api/v1/taxonomy/routing?category={leaf}&division=";
        Assert.Equal(Units[1].Id, (await TraceAsync(keeper, at + OtherStreet)).Goes);
        Assert.Equal(Units[2].Id, (await TraceAsync(keeper, at + OtherStreet + "&channel=web&level=4")).Goes);
        Assert.Equal(Units[3].Id, (await TraceAsync(keeper, at + OtherStreet + "&channel=web&level=3")).Goes);
        var (goes, considered) = await TraceAsync(keeper, at + Street + "&channel=web&level=2");
        Assert.Equal(Units[4].Id, goes);
        Assert.Equal([(Units[4].Id, "speaks"), (Units[3].Id, "widerDivision"), (Units[2].Id, "widerDivision"), (Units[1].Id, "widerDivision"), (Units[0].Id, "widerCategory")], considered);
        (goes, considered) = await TraceAsync(keeper, at + Street + "&channel=phone&level=4");
        Assert.Equal(Units[1].Id, goes);
        Assert.Equal(["lessGrave", "lessGrave", "otherChannel", "speaks", "otherChannel"], considered.Select(c => c.Standing));
        (_, considered) = await TraceAsync(keeper, at + OtherStreet + "&channel=web&level=1");
        Assert.Equal(["speaks", "fewerConditions", "fewerConditions"], considered.Select(c => c.Standing));
    }

    [Fact]
    public async Task An_entry_for_days_and_hours_or_for_working_time_speaks_only_then()
    {
        var (_, leaf) = await CategoriesAsync();
        using var keeper = await KeeperAsync();
        await SetAsync(keeper, leaf, Units[0].Id, new { });
        await SetAsync(keeper, leaf, Units[1].Id, new { time = "5 22:00-06:00" });
        await SetAsync(keeper, leaf, Units[2].Id, new { time = "working" });
        foreach (var (at, unit) in new[]
                 {
                     ("2026-11-20T21:59", 0), ("2026-11-20T22:00", 1), ("2026-11-21T05:59", 1), ("2026-11-21T06:00", 0), ("2026-11-21T23:00", 0),   // 20 November 2026 is a Friday
                     ("2026-11-20T10:00", 2), ("2026-11-22T10:00", 0), ("2026-10-01T10:00", 0), ("2026-10-10T10:00", 2),   // a Sunday, a holiday, a Saturday that makes up for one
                 })
            Assert.Equal((at, Units[unit].Id), (at, (await TraceAsync(keeper, $"/api/v1/taxonomy/routing?category={leaf}&division={District}&at={at}")).Goes!.Value));
    }

    [Fact]
    public async Task A_reported_case_goes_by_its_channel_its_level_and_its_answers_and_its_trace_says_so_later()
    {
        var (_, leaf) = await CategoriesAsync();
        using var keeper = await KeeperAsync();
        var question = await keeper.PostAsJsonAsync($"/api/v1/taxonomy/{leaf}/questions", new { code = "where", kind = "one", wording = "在哪里", options = new[] { new { name = "公园" }, new { name = "小区" } } }, Ct);
        Assert.True(question.IsSuccessStatusCode, await question.Content.ReadAsStringAsync(Ct));
        var code = (await JsonAsync(keeper, $"/api/v1/cases/questions?category={leaf}")).EnumerateArray().Single().GetProperty("code").GetString()!;
        await SetAsync(keeper, leaf, Units[0].Id, new { });
        await SetAsync(keeper, leaf, Units[1].Id, new { question = code, answer = "公园" });
        await SetAsync(keeper, leaf, Units[2].Id, new { level = 2 });

        var park = await ReportAsync(keeper, leaf, new { level = 1, answers = new Dictionary<string, string[]> { [code] = ["公园"] } });
        var home = await ReportAsync(keeper, leaf, new { level = 4, answers = new Dictionary<string, string[]> { [code] = ["小区"] } });
        Assert.Equal(Units[1].Id, (await NowAsync(park)).UnitId);
        Assert.Equal(Units[0].Id, (await NowAsync(home)).UnitId);
        Assert.Equal([(Units[1].Id, "speaks"), (Units[2].Id, "lowerRank"), (Units[0].Id, "fewerConditions")], (await TraceAsync(keeper, $"/api/v1/cases/{park}/routing")).Considered);
        Assert.Equal([(Units[1].Id, "otherAnswer"), (Units[2].Id, "lessGrave"), (Units[0].Id, "speaks")], (await TraceAsync(keeper, $"/api/v1/cases/{home}/routing")).Considered);

        var entry = (await TreeAsync()).Responsibilities.For(leaf, District).Single(e => e.Condition?.Question == code);
        Assert.Equal(HttpStatusCode.NoContent, (await keeper.DeleteAsync($"/api/v1/taxonomy/{leaf}/responsibilities/{entry.Id}", Ct)).StatusCode);
        Assert.Equal(Units[1].Id, (await TraceAsync(keeper, $"/api/v1/cases/{park}/routing")).Goes);   // as it was decided
        Assert.Equal(Units[2].Id, (await NowAsync(await ReportAsync(keeper, leaf, new { level = 1, answers = new Dictionary<string, string[]> { [code] = ["公园"] } }))).UnitId);
    }

    [Fact]
    public async Task The_same_key_with_the_same_condition_is_one_entry_and_another_condition_is_another()
    {
        var (_, leaf) = await CategoriesAsync();
        using var keeper = await KeeperAsync();
        await SetAsync(keeper, leaf, Units[0].Id, new { time = "1-5 08:00-18:00" });
        await SetAsync(keeper, leaf, Units[1].Id, new { time = "1,2,3,4,5 08:00-18:00" });
        await SetAsync(keeper, leaf, Units[2].Id, new { time = "6,7" });
        var entries = await App.ReadAsync(db => db.Responsibilities.AsNoTracking().Where(e => e.CategoryCode == leaf).OrderBy(e => e.ValidFrom).ToListAsync());
        Assert.Equal([("1-5 08:00-18:00", false), ("1-5 08:00-18:00", true), ("6-7", true)], entries.Select(e => (e.Condition!.Time!.ToString(), e.ValidTo is null)));
    }

    [Fact]
    public async Task Conditions_stand_in_the_import_table_and_bad_ones_are_refused()
    {
        var (_, leaf) = await CategoriesAsync();
        var unit = Units[0].Code;
        var report = await ImportAsync("responsibilities", $"category,division,unit,handle,time,channel,level,question,answer\n{leaf},{District},{unit},3wd,off,web,2,,\n{leaf},{District},{unit},3wd,soon,,,,\n{leaf},{District},{unit},3wd,,nowhere,,,\n{leaf},{District},{unit},3wd,,,9,,\n{leaf},{District},{unit},3wd,,,,nothing,yes");
        Assert.Equal(1, report[ImportOutcome.Taken]);
        Assert.Equal(["the condition 'time' is not understood", "the condition 'channel' is not understood", "the condition 'level' is not understood", "the condition 'question' is not understood"], report.Refused.Select(r => r.Reason));
        var entry = (await TreeAsync()).Responsibilities.For(leaf, District).Single();
        Assert.Equal(new Condition { Time = entry.Condition!.Time, Channel = "web", Level = 2 }, entry.Condition);
        using var keeper = await KeeperAsync();
        foreach (var bad in new object[] { new { time = "8-9" }, new { time = "25:00-26:00" }, new { channel = "nowhere" }, new { level = 0 }, new { question = "q", answer = "a" } })
        {
            var command = JsonSerializer.SerializeToNode(bad)!.AsObject();
            (command["divisionCode"], command["unitId"], command["handle"]) = (District, Units[0].Id.ToString(), "1wd");
            Assert.Equal(HttpStatusCode.BadRequest, (await keeper.PostAsJsonAsync($"/api/v1/taxonomy/{leaf}/responsibilities", command, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task Who_keeps_the_list_sets_and_ends_a_conditional_entry_on_the_page_and_tries_it_out()
    {
        var (_, leaf) = await CategoriesAsync();
        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var form = new Dictionary<string, string?> { ["Entry.DivisionCode"] = District, ["Entry.UnitId"] = Units[2].Id.ToString(), ["Entry.Time"] = "off", ["Entry.Level"] = "2" };
        Assert.Equal($"/desk/taxonomy/{leaf}", (await admin.SubmitAsync($"/desk/taxonomy/{leaf}", form, "entry")).GoesTo());
        var page = await admin.PageAsync($"/desk/taxonomy/{leaf}");
        Assert.Contains("非工作时间 · 紧急及更急", page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        var tried = await admin.PageAsync($"/desk/taxonomy/try?category={leaf}&division={District}&level=1&at=2026-11-22T10:00");
        Assert.Contains($"派给 {Units[2].Name}", tried.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        tried = await admin.PageAsync($"/desk/taxonomy/try?category={leaf}&division={District}&level=4&at=2026-11-22T10:00");
        Assert.Contains("不适用：级别没有这么急", tried.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var id = page.QuerySelector("button[name=End]")!.GetAttribute("value")!;
        Assert.Equal($"/desk/taxonomy/{leaf}", (await admin.SubmitAsync($"/desk/taxonomy/{leaf}", new() { ["End"] = id }, "end")).GoesTo());
        Assert.Null((await TreeAsync()).Responsibilities.For(leaf, District).FirstOrDefault());
    }

    [Fact]
    public async Task The_case_page_leads_to_its_trace_and_who_may_not_see_the_case_does_not_see_it()
    {
        var filed = await FileAsync();
        using var clerk = await ClerkAsync();
        await DoAsync(clerk, filed.Id, "relocate", new { version = 1, divisionCode = filed.DivisionCode });
        var at = $"/desk/cases/{filed.Id}/routing";
        Assert.NotNull((await clerk.PageAsync($"/desk/cases/{filed.Id}")).QuerySelector($"a[href='{at}']"));
        Assert.Contains("采用", (await clerk.PageAsync(at)).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        using var other = await ClerkAsync(OtherStreet);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(at, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/cases/{filed.Id}/routing", Ct)).StatusCode);
        using var street = await App.ApiKeyAsync(OtherStreet, CasesPolicies.ManageTaxonomy);
        var entry = (await TreeAsync()).Responsibilities.Find(filed.CategoryCode!, filed.DivisionCode)!;
        Assert.Equal(HttpStatusCode.NotFound, (await street.DeleteAsync($"/api/v1/taxonomy/{entry.CategoryCode}/responsibilities/{entry.Id}", Ct)).StatusCode);
    }
}

public sealed class ConditionOnSqlite() : ConditionTests("sqlite");

public sealed class ConditionOnPostgres() : ConditionTests("postgres");
