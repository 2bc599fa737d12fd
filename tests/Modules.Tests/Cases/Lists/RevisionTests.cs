using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.Intake;
using Linli.Cases.ReviseTaxonomy;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Platform.Export;
using Linli.Platform.Time;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Lists;

public abstract class RevisionTests(string database) : ListTest(database)
{
    private const string Revisions = "/api/v1/taxonomy/revisions";

    [Fact]
    public async Task The_exported_workbook_sent_back_changes_nothing_and_what_a_complete_one_leaves_out_ends()
    {
        var (_, leaf) = await CategoriesAsync();
        using var keeper = await KeeperAsync();
        await SetAsync(keeper, leaf, Units[0].Id, new { time = "1-5 08:00-18:00", channel = "web", level = 2 });
        var tree = await TreeAsync();
        var file = await keeper.GetByteArrayAsync("/api/v1/taxonomy/export.xlsx", Ct);
        var draft = await ViewAsync(keeper, await DraftAsync(keeper, file, complete: true));
        Assert.Empty(draft.GetProperty("refused").EnumerateArray());
        Assert.DoesNotContain(draft.GetProperty("categories").EnumerateArray(), c => tree.Find(c.GetProperty("code").GetString()) is not null);
        Assert.DoesNotContain(draft.GetProperty("entries").EnumerateArray(), e => tree.Find(e.GetProperty("categoryCode").GetString()) is not null);

        var partly = await ViewAsync(keeper, await DraftAsync(keeper, Csv($"code,level1,level2\n{leaf[..^2]},试验大类,\n{leaf},,换个名字"), complete: true));
        var kinds = partly.GetProperty("categories").EnumerateArray().ToDictionary(c => c.GetProperty("code").GetString()!, c => c.GetProperty("kind").GetString());
        Assert.Equal(("renamed", "ended"), (kinds[leaf], kinds[leaf[..^2] + "02"]));
        Assert.DoesNotContain(leaf[..^2], kinds.Keys);
        Assert.Equal("ended", kinds[tree.Leaves[0].Code]);
        var broken = await ViewAsync(keeper, await DraftAsync(keeper, Csv($"code,level1,level2\n{leaf},,"), complete: true));
        Assert.Equal((1, 0), (broken.GetProperty("refused").GetArrayLength(), broken.GetProperty("categories").GetArrayLength()));   // nothing ends because its row could not be read
    }

    [Fact]
    public async Task What_a_table_adds_renames_moves_merges_and_limits_is_shown_and_then_put_in_force()
    {
        var (root, leaf) = await CategoriesAsync();
        var other = root + "02";
        var (target, kept) = await CategoriesAsync("去处");
        using var keeper = await KeeperAsync();
        await SetAsync(keeper, leaf, Units[0].Id, new { });
        await SetAsync(keeper, kept, Units[1].Id, new { });
        await SetAsync(keeper, other, Units[2].Id, new { level = 2 });
        var before = await ReportAsync(keeper, leaf, new { });
        var tree = await TreeAsync();
        var workbook = await WorkbookAsync(
            ["code", "level1", "level2", "keywords", "former"],
            [[target, "改名大类", "", "", ""], [kept, "", tree.Find(kept)!.Name, "新词", leaf], [target + "03", "", tree.Find(other)!.Name, "", other], [target + "04", "", "全新小类", "", ""]],
            ["category", "division", "unit", "handle", "level"],
            [[kept, District, Units[1].Code, "3wd", ""], [target + "04", District, Units[3].Code, "1wd", "2"]]);
        var id = await DraftAsync(keeper, workbook);
        var draft = await ViewAsync(keeper, id);
        Assert.Empty(draft.GetProperty("refused").EnumerateArray());
        Assert.Equal(
            [(target, "renamed"), (kept, "words"), (target + "03", "added"), (target + "04", "added"), (leaf, "merged"), (other, "moved")],
            draft.GetProperty("categories").EnumerateArray().Select(c => (c.GetProperty("code").GetString()!, c.GetProperty("kind").GetString()!)).OrderBy(c => c.Item1 == leaf || c.Item1 == other).ThenBy(c => c.Item1, StringComparer.Ordinal));
        Assert.Equal(
            new[] { (kept, "limits"), (target + "04", "added"), (target + "03", "added"), (leaf, "ended"), (other, "ended") }.Order(),
            draft.GetProperty("entries").EnumerateArray().Select(e => (e.GetProperty("categoryCode").GetString()!, e.GetProperty("kind").GetString()!)).Order());
        Assert.Equal("试验另类" + root, (await TreeAsync()).Find(other)!.Name);   // nothing is in force yet

        await ApplyAsync(keeper, id, new { version = 1 });
        tree = await TreeAsync();
        Assert.Equal(("改名大类", "新词"), (tree.Find(target)!.Name, tree.Find(kept)!.Keywords));
        Assert.Null(tree.FindLeaf(leaf));
        Assert.Equal((kept, target + "03"), (tree.Present(leaf), tree.Present(other)));
        Assert.True(tree.FindLeaf(target + "04") is not null);
        Assert.Equal("3wd", tree.Responsibilities.Find(kept, District)!.Promise.Handle.ToString());
        Assert.Equal(Units[2].Id, tree.Responsibilities.For(target + "03", District).Single(e => e.CategoryCode == target + "03").UnitId);   // it went along
        Assert.Equal(HttpStatusCode.BadRequest, (await keeper.PostAsJsonAsync("/api/v1/cases", new { text = "旧类别", categoryCode = leaf }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await keeper.PostAsJsonAsync($"{Revisions}/{id}/apply", new { version = 2 }, Ct)).StatusCode);

        Assert.Equal(kept, FactsForDispatch.Of(leaf, District, "web", DateTimeOffset.UtcNow, tree, App.Services.GetRequiredService<SiteTime>()).SubType);   // what was learned of it serves the other

        // A case keeps its leaf; figures and lists count it under what took its place.
        await ReportAsync(keeper, kept, new { });
        Assert.Equal(leaf, (await NowAsync(before)).CategoryCode);
        Assert.Equal(2, (await JsonAsync(keeper, $"/api/v1/figures?category={kept}")).GetProperty("total").GetProperty("received").GetInt32());
        Assert.Equal(0, (await JsonAsync(keeper, $"/api/v1/figures?category={root}")).GetProperty("total").GetProperty("received").GetInt32());
        Assert.Equal([(kept, 2)], (await JsonAsync(keeper, $"/api/v1/figures?category={target}")).GetProperty("byCategory").EnumerateArray().Select(l => (l.GetProperty("key").GetString()!, l.GetProperty("figures").GetProperty("received").GetInt32())));
        Assert.Equal(2, (await JsonAsync(keeper, $"/api/v1/cases?category={kept}&status=all")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_revision_waits_for_its_day_and_may_be_given_up_before()
    {
        var (root, leaf) = await CategoriesAsync();
        using var keeper = await KeeperAsync();
        var table = Csv($"code,level1,level2\n{leaf},,明天的名字");
        var (kept, dropped) = (await DraftAsync(keeper, table), await DraftAsync(keeper, Csv($"code,level1,level2\n{root},不会有的名字,")));
        foreach (var id in new[] { kept, dropped }) await ApplyAsync(keeper, id, new { version = 1, from = "2099-01-01" });
        Assert.Equal(HttpStatusCode.NoContent, (await keeper.PostAsJsonAsync($"{Revisions}/{dropped}/drop", new { version = 2 }, Ct)).StatusCode);
        await RunDueAsync();
        Assert.NotEqual("明天的名字", (await TreeAsync()).Find(leaf)!.Name);

        await using (var scope = App.Services.CreateSystemScope("test"))
        {
            var yesterday = DateTimeOffset.UtcNow.AddDays(-1);
            await scope.ServiceProvider.GetRequiredService<Platform.Data.AppDb>().Revisions.Where(r => r.Id == kept || r.Id == dropped).ExecuteUpdateAsync(set => set.SetProperty(r => r.EffectiveFrom, yesterday), Ct);
        }
        await RunDueAsync();
        Assert.Equal("明天的名字", (await TreeAsync()).Find(leaf)!.Name);
        Assert.Equal("试验大类", (await TreeAsync()).Find(root)!.Name);
        Assert.Equal("applied", (await ViewAsync(keeper, kept)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_dry_run_says_which_cases_of_last_month_would_go_from_which_unit_to_which_and_changes_nothing()
    {
        var (_, leaf) = await CategoriesAsync();
        using var keeper = await KeeperAsync();
        await SetAsync(keeper, leaf, Units[0].Id, new { });
        Guid grave = await ReportAsync(keeper, leaf, new { level = 1 }), plain = await ReportAsync(keeper, leaf, new { level = 4 });

        var id = await DraftAsync(keeper, Csv($"category,division,unit,handle,level\n{leaf},{District},{Units[1].Code},1wd,2"));
        var run = await JsonAsync(keeper, $"{Revisions}/{id}/dry-run");
        Assert.Equal([(grave, Units[0].Id, Units[1].Id)], Moved(run));
        var move = run.GetProperty("moves").EnumerateArray().Single();
        Assert.Equal((Units[0].Id, Units[1].Id, 1), (move.GetProperty("from").GetGuid(), move.GetProperty("to").GetGuid(), move.GetProperty("cases").GetInt32()));

        var entry = new { divisionCode = District, unitId = Units[2].Id, accept = "2wh", dispatch = "2wh", handle = "5wd" };
        var answer = await keeper.PostAsJsonAsync($"/api/v1/taxonomy/{leaf}/responsibilities/dry-run", entry, Ct);
        Assert.Equal(new[] { grave, plain }.Order(), Moved(await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).Select(m => m.Case).Order());
        Assert.Equal(Units[0].Id, (await TreeAsync()).Responsibilities.Find(leaf, District)!.UnitId);

        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var page = await admin.PageAsync($"/desk/taxonomy/revisions/{id}/dry-run");
        Assert.Equal([Units[0].Name, Units[1].Name, "1"], page.QuerySelectorAll("main tbody td").Select(cell => cell.TextContent.Trim()));
        Assert.Null(page.QuerySelector("a[href^='/desk/cases/']"));   // who keeps the list need not see cases
        var rehearsed = await admin.SubmitAsync($"/desk/taxonomy/{leaf}", new() { ["Entry.DivisionCode"] = District, ["Entry.UnitId"] = Units[2].Id.ToString(), ["Rehearse"] = "true" }, "entry");
        Assert.Contains("2 件会派给别的单位", (await rehearsed.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Units[0].Id, (await TreeAsync()).Responsibilities.Find(leaf, District)!.UnitId);
    }

    [Fact]
    public async Task Rows_that_make_no_sense_are_named_with_their_sheet_and_line_and_the_rest_is_taken()
    {
        var (root, leaf) = await CategoriesAsync();
        using var keeper = await KeeperAsync();
        var unit = Units[0].Code;
        var draft = await ViewAsync(keeper, await DraftAsync(keeper, await WorkbookAsync(
            ["代码", "一级类别", "二级类别", "紧急", "原代码（并入或改码）"],
            [["坏码", "名", "", "", ""], [root + "09", "", "", "", ""], [root + "08", "", "好", "也许", ""], [leaf + "01", "", "太低", "", ""], [root + "07", "", "来处", "", "NOSUCH"], [root + "06", "", "好名", "", ""], [root + "06", "", "好名", "", ""]],
            ["类别代码", "区划代码", "单位代码", "处置时限", "条件：反映时间"],
            [["NOSUCH", District, unit, "1wd", ""], [leaf, "9999", unit, "1wd", ""], [leaf, District, "nobody", "1wd", ""], [leaf, District, unit, "soon", ""], [leaf, District, unit, "1wd", "never"], [leaf, District, unit, "1wd", ""], [leaf, District, unit, "2wd", ""]])));
        Assert.Equal(
            [(1, 2, "cases.row-code"), (1, 3, "cases.row-name"), (1, 4, "cases.row-urgent"), (1, 5, "cases.row-below-leaf"), (1, 6, "cases.row-former"), (1, 8, "cases.row-twice"),
             (2, 2, "cases.unknown-category"), (2, 3, "cases.unknown-division"), (2, 4, "cases.unknown-unit"), (2, 5, "cases.limit-form"), (2, 6, "cases.time-form"), (2, 8, "cases.row-twice")],
            draft.GetProperty("refused").EnumerateArray().Select(r => (r.GetProperty("sheet").GetInt32(), r.GetProperty("line").GetInt32(), r.GetProperty("error").GetString()!)).Order());
        Assert.Equal(root + "06", draft.GetProperty("categories").EnumerateArray().Single().GetProperty("code").GetString());
        Assert.Equal("1wd", draft.GetProperty("entries").EnumerateArray().Single().GetProperty("after").GetProperty("promise").GetProperty("handle").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(keeper, "PK\u0003\u0004坏的"u8.ToArray(), false)).StatusCode);
    }

    [Fact]
    public async Task What_somebody_changed_after_the_draft_is_not_overwritten_and_strangers_see_no_revision()
    {
        var (_, leaf) = await CategoriesAsync();
        using var keeper = await KeeperAsync();
        await SetAsync(keeper, leaf, Units[0].Id, new { });
        var id = await DraftAsync(keeper, Csv($"category,division,unit,handle\n{leaf},{District},{Units[1].Code},1wd"));
        Assert.Equal(HttpStatusCode.Conflict, (await keeper.PostAsJsonAsync($"{Revisions}/{id}/apply", new { version = 7 }, Ct)).StatusCode);
        await SetAsync(keeper, leaf, Units[2].Id, new { });
        var refused = await keeper.PostAsJsonAsync($"{Revisions}/{id}/apply", new { version = 1 }, Ct);
        Assert.Equal((HttpStatusCode.Conflict, "cases.list-moved"), (refused.StatusCode, (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()));
        Assert.Equal(Units[2].Id, (await TreeAsync()).Responsibilities.Find(leaf, District)!.UnitId);

        using var street = await App.ApiKeyAsync(Street, CasesPolicies.ManageTaxonomy);
        Assert.Equal(HttpStatusCode.NotFound, (await street.GetAsync($"{Revisions}/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await street.PostAsJsonAsync($"{Revisions}/{id}/apply", new { version = 1 }, Ct)).StatusCode);
        var theirs = await ViewAsync(street, await DraftAsync(street, await WorkbookAsync(["code", "level1"], [[leaf[..^2], "街道改的名"]], ["category", "division", "unit", "handle"], [[leaf, OtherStreet, Units[0].Code, "1wd"], [leaf, Street, Units[0].Code, "1wd"]])));
        Assert.Equal(["cases.row-not-yours", "cases.unknown-division"], theirs.GetProperty("refused").EnumerateArray().Select(r => r.GetProperty("error").GetString()!));
        Assert.Equal(Street, theirs.GetProperty("entries").EnumerateArray().Single().GetProperty("divisionCode").GetString());
        using var reader = await App.ApiKeyAsync(District, CasesPolicies.SeeTaxonomy);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(reader, Csv("code,level1\nX,y"), false)).StatusCode);
    }

    [Fact]
    public async Task Who_keeps_the_list_sends_a_table_on_the_page_reads_the_difference_and_puts_it_in_force()
    {
        var (_, leaf) = await CategoriesAsync();
        using var admin = await App.SignInAsync(App.DemoUser(DemoRole.Admin));
        var page = await admin.PageAsync("/desk/taxonomy/revisions");
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        form.Add(new ByteArrayContent(Csv($"code,level1,level2\n{leaf},,页面改的名")), "Form.File", "修订.csv");
        var at = (await admin.PostAsync("/desk/taxonomy/revisions", form, Ct)).GoesTo()!;
        page = await admin.PageAsync(at);
        Assert.Contains("改名", page.QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(at, (await admin.SubmitAsync(at, page, [], "apply")).GoesTo());
        Assert.Equal("页面改的名", (await TreeAsync()).Find(leaf)!.Name);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SubmitAsync(at, page, [], "drop")).StatusCode);
        Assert.Contains("已生效", (await admin.PageAsync("/desk/taxonomy/revisions")).QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
    }

    private async Task RunDueAsync()
    {
        await using var scope = App.Services.CreateSystemScope("test");
        await scope.ServiceProvider.GetRequiredService<ApplyDueRevisions>().RunAsync(Ct);
    }

    private static IEnumerable<(Guid Case, Guid From, Guid To)> Moved(JsonElement run) =>
        run.GetProperty("list").EnumerateArray().Select(c => (c.GetProperty("id").GetGuid(), c.GetProperty("from").GetGuid(), c.GetProperty("to").GetGuid()));

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<byte[]> WorkbookAsync(string[] categoryHead, string[][] categories, string[] entryHead, string[][] entries)
    {
        using var file = new MemoryStream();
        await using (var workbook = new ExcelFile(file))
        {
            await workbook.SheetAsync("类别", categories.Prepend(categoryHead));
            await workbook.SheetAsync("职责", entries.Prepend(entryHead));
        }
        return file.ToArray();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient keeper, byte[] file, bool complete) =>
        keeper.PostAsJsonAsync(Revisions, new { fileName = "修订.xlsx", file, complete }, Ct);

    private static async Task<Guid> DraftAsync(HttpClient keeper, byte[] file, bool complete = false)
    {
        var answer = await PostAsync(keeper, file, complete);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }

    private static Task<JsonElement> ViewAsync(HttpClient keeper, Guid id) => JsonAsync(keeper, $"{Revisions}/{id}");

    private static async Task ApplyAsync(HttpClient keeper, Guid id, object command)
    {
        var answer = await keeper.PostAsJsonAsync($"{Revisions}/{id}/apply", command, Ct);
        Assert.True(answer.StatusCode is HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync(Ct));
    }
}

public sealed class RevisionOnSqlite() : RevisionTests("sqlite");

public sealed class RevisionOnPostgres() : RevisionTests("postgres");
