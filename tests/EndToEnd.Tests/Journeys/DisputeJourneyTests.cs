using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Journeys;

/// <summary>A case that its unit does not want: clerk, handler, coordinator, supervisor and leader, each in their own window.</summary>
public sealed class DisputeJourneyTests
{
    private static readonly DemoPlace Place = District.Plan.Places[0];

    [Fact]
    public async Task Units_that_disagree_are_brought_together_ruled_on_watched_and_counted()
    {
        var district = await District.OnAsync("sqlite");
        var number = await FileAsync(district);
        var (handling, other) = (District.Account(DemoRole.Handler, Place.GridCode[..9]), District.Plan.Units.First(u => u.Code != District.Account(DemoRole.Handler, Place.GridCode[..9]).UnitCode));
        var unit = District.Plan.Units.Single(u => u.Code == handling.UnitCode);

        var clerk = await district.SignInAsync(District.Account(DemoRole.DistrictClerk).UserName);
        var address = await clerk.FindAsync(number);
        await clerk.ActAsync(address, "accept");
        await clerk.GotoAsync(address + "/reclassify");
        await clerk.ChooseAsync("Form.CategoryCode", District.Plan.Categories.First(c => c.Level == 4).Code);
        await clerk.SendAsync();
        await clerk.GotoAsync(address + "/dispatch");
        await clerk.ChooseLabelAsync("Form.UnitId", unit.Name);
        await clerk.SendAsync();

        var handler = await district.SignInAsync(handling.UserName, Chromium.Phone);
        await SayAsync(handler, address + "/return", "不属于我单位职责");
        await SayAsync(clerk, address + "/insist", "职责清单写明由你单位办理");
        await SayAsync(handler, address + "/return", "现场核实确实不归我单位");

        var supervisor = await district.SignInAsync(District.Account(DemoRole.Supervisor).UserName);
        await supervisor.GotoAsync(address + "/coordinate");
        await supervisor.GetByLabel(other.Name, new() { Exact = true }).CheckAsync(new() { Force = true });
        await SayAsync(supervisor, null, "路灯由谁管养");
        await supervisor.GotoAsync(address + "/rule");
        await supervisor.ChooseLabelAsync("Form.UnitId", unit.Name);
        await SayAsync(supervisor, null, "由街道先行处置，费用另议");

        await handler.ActAsync(address, "take");
        await handler.GotoAsync(address + "/suspend");
        await handler.FillAsync("[name='Form.Until']", DateTime.Today.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await SayAsync(handler, null, "配件需订货");
        await SayAsync(supervisor, address + "/urge", "请加快备件采购");
        await supervisor.GotoAsync(address + "/answer");
        await supervisor.CheckAsync("[name='Form.Granted'][value='true' i]");
        await supervisor.SendAsync();
        Assert.Contains("挂起", await supervisor.InnerTextAsync("main"), StringComparison.Ordinal);

        var leader = await district.SignInAsync(District.Account(DemoRole.Viewer).UserName);
        await leader.GotoAsync("/desk/scorecard");
        Assert.True(await leader.Locator("main table tbody tr").CountAsync() > 0);
        await leader.GotoAsync("/desk/figures");
        await leader.Locator("main a[href*='mark=Returned']").First.ClickAsync();
        await leader.WaitForURLAsync("**/desk/cases?**");
        await leader.GotoAsync(leader.Url + "&q=" + number);
        Assert.Contains(number, await leader.InnerTextAsync("main table"), StringComparison.Ordinal);   // what is counted is what is listed
        foreach (var page in (IPage[])[clerk, handler, supervisor, leader]) await page.Context.CloseAsync();
    }

    private static async Task<string> FileAsync(District district)
    {
        using var resident = new HttpClient { BaseAddress = district.Address };
        using var filed = await resident.PostAsJsonAsync(new Uri("/api/v1/reports", UriKind.Relative), new { text = "路灯坏了一排，晚上很黑", longitude = Place.At.Lon, latitude = Place.At.Lat });
        filed.EnsureSuccessStatusCode();
        return (await filed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
    }

    /// <summary>Writes why, on the page of an act where it is named, and sends it.</summary>
    private static async Task SayAsync(IPage page, string? address, string remark)
    {
        if (address is not null) await page.GotoAsync(address);
        await page.FillAsync("[name='Form.Remark']", remark);
        await page.SendAsync();
    }
}
