using System.Text;
using Linli.Demo;
using Linli.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Journeys;

/// <summary>The registry in the hands of those who keep it.</summary>
public sealed class RegistryJourneyTests
{
    private const string Street = "990101001";

    [Fact]
    public async Task A_grid_worker_visits_whom_the_list_names_and_registers_what_stands_there_on_the_phone()
    {
        var page = await (await District.OnAsync("sqlite")).SignInAsync(District.Account(DemoRole.GridWorker, Street).UserName, Chromium.Phone);
        await page.GotoAsync("/desk/registry/visits");
        Assert.Empty(await page.FaultsAsync());
        await page.Locator("main table a.row-link").First.ClickAsync();
        await page.CheckAsync("[name='Form.Outcome'][value=Well]");
        await page.FillAsync("[name='Form.Words']", "一切正常，按时服药");
        await page.SendAsync();

        await page.GotoAsync("/desk/registry/new?type=facility");
        await page.FillAsync("[name='Values[name]']", "测试口袋公园");
        await page.ChooseAsync("Values[kind]", "park");
        await page.EvalOnSelectorAsync("select[name='Facts.DivisionCode']", "list => { list.selectedIndex = 1; }");
        await page.SendAsync();
        Assert.Contains("测试口袋公园", await page.InnerTextAsync("main h1"), StringComparison.Ordinal);
        Assert.Empty(await page.FaultsAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clerk_compares_two_records_of_one_person_merges_them_and_takes_it_back_without_script()
    {
        var page = await (await District.OnAsync("sqlite")).SignInAsync(District.Account(DemoRole.DistrictClerk).UserName, script: false);
        await page.GotoAsync("/desk/registry/twins");
        await page.Locator("main table a.row-link").First.ClickAsync();
        var pair = page.Url;
        await page.ClickAsync("button[value=merge]");
        Assert.Contains("done=merge", page.Url, StringComparison.Ordinal);
        await page.GotoAsync(pair);
        await page.ClickAsync("button[value=undo]");
        Assert.Contains("done=undo-merge", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_data_officer_of_a_street_takes_a_table_in_after_looking_at_it_and_takes_it_back()
    {
        var page = await (await District.OnAsync("sqlite")).SignInAsync(District.Account(DemoRole.StreetClerk, Street).UserName);
        var grid = District.Plan.Divisions.First(d => d.Level is DemoLevel.Grid && d.Code.StartsWith(Street, StringComparison.Ordinal)).Code;
        await page.GotoAsync("/desk/registry/import?type=facility");
        await page.SetInputFilesAsync("[name='Form.File']", new FilePayload { Name = "设施.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"名称,类型,区划\n东门小公园,公园广场,{grid}\n,公园广场,{grid}\n") });
        await page.ClickAsync("main form button.btn-primary[type=submit]");
        await page.Locator("main linli-confirm").WaitForAsync();
        Assert.Empty(await page.FaultsAsync());
        await ConfirmAsync(page, "已导入");
        await page.GotoAsync("/desk/registry?q=东门小公园");
        Assert.Equal(1, await page.Locator("main table a.row-link").CountAsync());
        await page.GotoAsync("/desk/registry/import");
        await page.Locator("main table a.row-link").First.ClickAsync();
        await ConfirmAsync(page, "已撤销");
        await page.GotoAsync("/desk/registry?q=东门小公园");
        Assert.Equal(0, await page.Locator("main table a.row-link").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_administrator_adds_a_type_that_the_district_keeps_and_reads_who_looked()
    {
        var page = await (await District.OnAsync("sqlite")).SignInAsync(District.Account(DemoRole.Admin).UserName);
        await page.GotoAsync("/desk/registry/types/new");
        await page.FillAsync("[name=NewCode]", "ebike-parking");
        await page.FillAsync("[name='Form.Name']", "共享电动车停放点");
        await page.ChooseAsync("Form.Group", "Facilities");
        await page.ClickAsync("main form button.btn-primary[type=submit]");
        await page.WaitForURLAsync("**/types/ebike-parking**");
        await page.GotoAsync("/desk/registry/types/ebike-parking/fields/new");
        await page.FillAsync("[name=NewKey]", "places");
        await page.FillAsync("[name='Form.Name']", "车位数");
        await page.ChooseAsync("Form.Kind", "Number");
        await page.ChooseAsync("Form.Class", "Public");
        Assert.Empty(await page.FaultsAsync());
        await page.ClickAsync("main form button.btn-primary[type=submit]");
        await page.WaitForURLAsync("**/types/ebike-parking?**");
        Assert.Contains("车位数", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        await page.GotoAsync("/desk/registry/looks");
        Assert.Empty(await page.FaultsAsync());
        await page.Context.CloseAsync();
    }

    /// <summary>Presses what asks once more, says yes, and waits until the program has done it.</summary>
    private static async Task ConfirmAsync(IPage page, string done)
    {
        await page.ClickAsync("main linli-confirm > button");
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync("main linli-confirm dialog[open] button[value=confirm]"), answer => answer.Request.Method == "POST");
        await page.WaitForLoadStateAsync();
        for (var i = 0; i < 60 && await page.Locator($"main h2:text-is('{done}')").CountAsync() == 0; i++)   // it goes on in the background, and who looks again sees how far
        {
            await Task.Delay(1_000);
            await page.ReloadAsync();
        }
        await page.Locator($"main h2:text-is('{done}')").WaitForAsync();
    }
}
