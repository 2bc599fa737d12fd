using Linli.Demo;
using Linli.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Journeys;

/// <summary>Work without a mouse: everything is reached in order, seen when it is reached, and done by a key.</summary>
public sealed class KeyboardTests
{
    private const int Far = 120;

    [Fact]
    public async Task A_resident_reports_with_the_keyboard_alone()
    {
        var district = await District.OnAsync("sqlite");
        var page = await (await Chromium.OpenAsync(district.Address, Chromium.Screen)).NewPageAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));   // the way past the head of the page
        await page.Keyboard.PressAsync("Enter");

        await ReachAsync(page, "[name='Form.Text']");
        await page.Keyboard.TypeAsync("小区门口井盖破损，晚上走路很危险");
        await ReachAsync(page, "[name='Form.Place']");
        await page.Keyboard.TypeAsync(District.Plan.Places[0].Name[..2]);
        await page.Locator("[role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        Assert.NotEqual("", await page.InputValueAsync("[name=At]"));   // the place that was chosen, with where it is
        await ReachAsync(page, "main form button[type=submit].wide");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/receipt");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_clerk_finds_and_accepts_a_case_with_the_keyboard_alone()
    {
        var district = await District.OnAsync("sqlite");
        for (var i = 0; i < 2; i++) await FileAsync(district);   // at some hours the demo district leaves none unread
        var page = await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == DemoRole.DistrictClerk).UserName);
        await page.GotoAsync("/desk/cases?status=received");
        await page.Locator("html[data-keys]").WaitForAsync();   // the keys come after the page
        await page.Keyboard.PressAsync("j");
        var first = await CaseAtHandAsync(page);
        await page.Keyboard.PressAsync("j");
        var second = await CaseAtHandAsync(page);
        Assert.NotEqual(first, second);
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, "**" + second);

        await ReachAsync(page, "form[action$='/accept'] button, a[href$='/accept']");
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, "**done=**");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_row_keeps_the_focus_when_a_case_comes_in_above_it()
    {
        var district = await District.OnAsync("sqlite");
        var page = await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == DemoRole.DistrictClerk).UserName);
        await page.GotoAsync("/desk/cases?status=all&sort=-received");
        await page.Locator("html[data-keys]").WaitForAsync();
        await page.Keyboard.PressAsync("j");
        var mine = await CaseAtHandAsync(page);

        await FileAsync(district);
        await page.Locator($"main tbody tr:first-child a:not([href='{mine}'])").First.WaitForAsync();   // the page has heard of it

        Assert.Equal(mine, await CaseAtHandAsync(page));
        await page.Context.CloseAsync();
    }

    private static async Task FileAsync(District district)
    {
        using var resident = new HttpClient { BaseAddress = district.Address };
        using var filed = await resident.PostAsync(new Uri("/api/v1/reports", UriKind.Relative), new StringContent("""{"text":"楼道灯坏了"}""", System.Text.Encoding.UTF8, "application/json"));
        filed.EnsureSuccessStatusCode();
    }

    /// <summary>Waits for a page, and says where one is instead.</summary>
    private static async Task ArriveAsync(IPage page, string address)
    {
        try
        {
            await page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Not at {address} but at {page.Url}, on {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 300)")}");
        }
    }

    /// <summary>The address of the case whose row has the focus. Cases come in while the row is looked at.</summary>
    private static async Task<string> CaseAtHandAsync(IPage page)
    {
        var address = await page.EvaluateAsync<string?>("document.activeElement.closest('main tbody tr') && document.activeElement.getAttribute('href')");
        return address ?? throw new InvalidOperationException("J leads to no row.");
    }

    /// <summary>Goes on with Tab until something has the focus, and shows it.</summary>
    private static async Task ReachAsync(IPage page, string selector)
    {
        for (var i = 0; i < Far; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) continue;
            Assert.True(await page.EvaluateAsync<bool>("(() => { const look = getComputedStyle(document.activeElement); return look.outlineStyle !== 'none' || look.boxShadow !== 'none'; })()"),
                $"The focus on {selector} is not seen.");
            return;
        }
        Assert.Fail($"{selector} was not reached within {Far} steps.");
    }
}
