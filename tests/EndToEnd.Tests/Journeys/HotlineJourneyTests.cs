using Linli.Demo;
using Linli.EndToEnd.Tests.Browser;

namespace Linli.EndToEnd.Tests.Journeys;

/// <summary>Who listens has no hand for a mouse.</summary>
public sealed class HotlineJourneyTests
{
    [Fact]
    public async Task A_call_is_taken_down_with_the_keyboard_alone_and_an_empty_form_waits_for_the_next()
    {
        var district = await District.OnAsync("sqlite");
        var page = await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == DemoRole.DistrictClerk).UserName);
        await page.GotoAsync("/desk/hotline?caller=10020000077");
        Assert.Contains("100****0077", await page.Locator("linli-beside[data-of='Form.Phone']").InnerTextAsync(), StringComparison.Ordinal);
        await page.Keyboard.TypeAsync("小区门口的路灯坏了一个星期，晚上很黑");   // the words have the focus: the number is there
        await page.Locator("linli-beside[data-of^='Form.Text'] .facts").WaitForAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/desk/hotline?done=Filed**");
        Assert.Equal("Form.Phone", await page.EvaluateAsync<string>("document.activeElement.name"));
        Assert.Equal("", await page.InputValueAsync("[name='Form.Text']"));

        await page.Keyboard.TypeAsync("10020000077");
        await page.Locator("linli-beside[data-of='Form.Phone'] .row-link").First.WaitForAsync();   // what was just reported is there
        for (var i = 0; i < 60 && await page.EvaluateAsync<string?>("document.activeElement.accessKey") != "m"; i++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");   // the access key itself is the browser's, and a driven browser has none
        await page.WaitForURLAsync("**/desk/hotline?done=Silent**");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keys_of_a_page_are_listed_and_switched_off_and_on()
    {
        var district = await District.OnAsync("sqlite");
        var page = await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == DemoRole.DistrictClerk).UserName);
        await page.GotoAsync("/desk/cases?status=all");
        await page.Locator("html[data-keys=on]").WaitForAsync();
        await page.Locator("linli-keys:not([hidden])").WaitForAsync();
        await page.Keyboard.PressAsync("j");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.row-link')"));
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement === document.querySelectorAll('main tbody .row-link')[1]"));

        await page.Keyboard.PressAsync("?");
        await page.Locator("linli-keys dialog[open]").WaitForAsync();
        await page.ClickAsync("linli-keys dialog [value=switch]");
        await page.ClickAsync("linli-keys dialog [value=close]");
        await page.ReloadAsync();
        await page.Locator("html[data-keys=off]").WaitForAsync();
        await page.Keyboard.PressAsync("j");
        Assert.False(await page.EvaluateAsync<bool>("document.activeElement.matches('.row-link')"));
        await page.ClickAsync("linli-keys button");
        await page.ClickAsync("linli-keys dialog [value=switch]");
        Assert.Equal("on", await page.EvaluateAsync<string>("document.documentElement.dataset.keys"));
        await page.Context.CloseAsync();
    }
}
