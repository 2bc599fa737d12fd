using System.Net;
using AngleSharp.Dom;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Modules.Tests.Addresses;

public abstract class AddressesPagesTests(string database) : AddressTest(database)
{
    private Task<HttpClient> As(string role, string division = "") => App.SignInAsync(App.DemoUser(role, division));

    [Fact]
    public async Task A_clerk_walks_from_the_district_down_to_a_room()
    {
        var grid = Grid(5);
        var building = await MadeAsync(await Clerk(), new { level = "building", name = "3", parentCode = await EstateAsync(await Clerk(), "翻页一路", "翻页花园", grid) });
        await MadeAsync(await Clerk(), new { level = "room", name = "502", parentCode = building });
        var clerk = await As(DemoRole.DistrictClerk);
        var address = "/desk/addresses";
        foreach (var step in (string[])[Divisions.Find(grid.Code[..9])!.Name, Divisions.Find(grid.Code[..12])!.Name, "翻页一路", "翻页花园", "3栋", "502室"])
        {
            var page = await clerk.PageAsync(address);
            address = page.QuerySelectorAll("main table a.row-link").First(link => link.TextContent.Trim() == step).GetAttribute("href")!;
        }
        var room = await clerk.PageAsync(address);
        Assert.Equal("502室", room.QuerySelector("h1")!.TextContent);
        Assert.Contains("翻页一路翻页花园3栋502室", room.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(DemoRole.StreetClerk, Below("990101")[1].Code)).GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_clerk_searches_by_initials_and_reads_what_to_do_when_nothing_is_found()
    {
        await EstateAsync(await Clerk(), "翻页二路", "翻页查找阁", Grid(5));
        await UntilFoundAsync("翻页查找阁");
        var clerk = await As(DemoRole.DistrictClerk);
        var found = await clerk.PageAsync("/desk/addresses?q=fyczg");
        Assert.EndsWith("翻页查找阁", found.QuerySelector("main table a.row-link")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("没有查到", (await clerk.PageAsync("/desk/addresses?q=不存在的地方阁")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_too_late_sees_both_sides_and_may_save_again()
    {
        var code = await EstateAsync(await Clerk(), "翻页三路", "翻页改名苑", Grid(5));
        var clerk = await As(DemoRole.DistrictClerk);
        var address = $"/desk/addresses/{code}/edit";
        var page = await clerk.PageAsync(address);   // two browsers have it open
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(address, page, new() { ["Facts.Name"] = "翻页先改苑" }, "edit-address")).StatusCode);
        var late = await clerk.SubmitAsync(address, page, new() { ["Facts.Name"] = "翻页后改苑" }, "edit-address");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.PageAsync();
        Assert.Equal(["名称或号码", "翻页后改苑", "翻页先改苑"], both.QuerySelectorAll("main table tr").First(row => row.TextContent.Contains("翻页先改苑", StringComparison.Ordinal)).QuerySelectorAll("td").Select(td => td.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(address, both, [], "edit-address")).StatusCode);
        var now = await clerk.PageAsync("/desk/addresses/" + code);
        Assert.Equal("翻页后改苑", now.QuerySelector("h1")!.TextContent);
        Assert.Contains("翻页先改苑", now.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_building_is_made_by_form_and_what_is_wrong_stays_in_it()
    {
        var code = await EstateAsync(await Clerk(), "翻页四路", "翻页新增苑", Grid(5));
        var clerk = await As(DemoRole.DistrictClerk);
        var address = "/desk/addresses/new?parent=" + code;
        var wrong = await clerk.SubmitAsync(address, new() { ["Facts.Name"] = "", ["Facts.Aliases"] = "甲楼" }, "create-address");
        var again = await wrong.PageAsync();
        Assert.Equal("甲楼", again.QuerySelector("[name='Facts.Aliases']")!.GetAttribute("value"));
        Assert.Contains("请填写名称或号码", again.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var made = await clerk.SubmitAsync(address, new() { ["Facts.Name"] = "12号楼" }, "create-address");
        Assert.Equal("12栋", (await clerk.PageAsync(made.GoesTo()!)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_queue_of_the_demo_is_worked_off()
    {
        await Soon.HoldsAsync(() => Book.Ready);
        var code = await EstateAsync(await Clerk(), "翻页五路", "翻页收编苑", Grid(5));
        await UntilFoundAsync("翻页收编苑");
        var clerk = await As(DemoRole.DistrictClerk);
        var queue = await clerk.PageAsync("/desk/addresses/unmatched");
        var first = queue.QuerySelectorAll("main table a.row-link").Select(link => (Text: link.TextContent.Trim(), Href: link.GetAttribute("href")!)).First(link => link.Text.EndsWith('栋') && link.Text.Contains("宿舍", StringComparison.Ordinal));
        var search = first.Href + "?q=" + Uri.EscapeDataString("翻页收编苑");
        var nothing = await clerk.SubmitAsync(search, [], "name");
        Assert.Contains("请选择一个地址", (await nothing.PageAsync()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var settled = await clerk.SubmitAsync(search, new() { ["Name.AddressCode"] = code }, "name");
        Assert.Equal("/desk/addresses/unmatched?settled=true", settled.GoesTo());
        Assert.DoesNotContain(first.Text, (await clerk.PageAsync("/desk/addresses/unmatched")).QuerySelector("main table")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("已作别名", (await clerk.PageAsync(first.Href)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("宿舍", (await clerk.PageAsync("/desk/addresses/" + code)).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }
}

public sealed class AddressesPagesOnSqlite() : AddressesPagesTests("sqlite");

public sealed class AddressesPagesOnPostgres() : AddressesPagesTests("postgres");
