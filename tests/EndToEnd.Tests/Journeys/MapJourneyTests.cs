using Linli.Demo;
using Linli.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Journeys;

/// <summary>The one map without a mouse.</summary>
public sealed class MapJourneyTests
{
    [Fact]
    public async Task A_clerk_finds_a_place_looks_at_it_asks_what_is_around_and_goes_down_to_a_grid_with_the_keyboard_alone()
    {
        var district = await District.OnAsync("sqlite");
        var page = await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == DemoRole.DistrictClerk).UserName);
        await OpenAsync(page, "/desk/map");
        var place = District.Plan.Places[0];

        await page.FocusAsync("[name=q]");
        await page.Keyboard.TypeAsync(place.Name);
        await page.Locator("[role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");   // the map flies there
        await page.FocusAsync(".onemap-view canvas");
        for (var press = 0; press < 20 && await page.Locator(".onemap-card strong").CountAsync() == 0; press++)
        {
            await page.Keyboard.PressAsync("Enter");   // what is in the middle is told as soon as its tile is there
            await page.WaitForTimeoutAsync(250);
        }
        Assert.NotEqual("", await page.InnerTextAsync(".onemap-card strong"));

        await page.FocusAsync("[data-tool=draw]");
        await page.Keyboard.PressAsync("Enter");
        foreach (var way in (string[])["ArrowUp", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowLeft"])
        {
            await page.Keyboard.PressAsync(way);
            await page.WaitForTimeoutAsync(500);   // it glides
            if (way is "ArrowUp" or "ArrowDown" or "ArrowLeft") await page.Keyboard.PressAsync("Enter");
        }
        await page.Keyboard.PressAsync("Backspace");
        Assert.Contains("4", await page.InnerTextAsync(".onemap-card"), StringComparison.Ordinal);   // corners
        await page.FocusAsync("[data-tool=finish]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**area=**");
        Assert.NotEmpty(await page.Locator(".area-layer .links li").AllAsync());
        Assert.Empty(await page.FaultsAsync());

        for (var level = 0; level < 3; level++)
        {
            var link = page.Locator("#map-counts .row-link").First;
            var next = await link.GetAttributeAsync("href");
            await link.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**" + next);
        }
        Assert.Equal(3, await page.Locator(".crumbs a").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Layers_go_and_come_at_once_and_what_is_hidden_is_not_told()
    {
        var district = await District.OnAsync("sqlite");
        var page = await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == DemoRole.DistrictClerk).UserName, Chromium.Phone);
        await OpenAsync(page, "/desk/map");
        await page.Locator(".onemap-view canvas").ClickAsync();
        await page.Locator(".onemap-card strong").WaitForAsync();
        foreach (var layer in await page.Locator("[name=layer][type=checkbox]").AllAsync()) await layer.UncheckAsync();
        await page.WaitForTimeoutAsync(300);
        await page.Locator(".onemap-view canvas").ClickAsync();
        await Assertions.Expect(page.Locator(".onemap-card")).ToBeEmptyAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Another_layer_an_earlier_day_and_the_page_for_paper_are_reached_with_the_keyboard_alone()
    {
        var district = await District.OnAsync("sqlite");
        var page = await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == DemoRole.DistrictClerk).UserName);
        await OpenAsync(page, "/desk/map");
        await page.FocusAsync("[name=layer][value=staff]");
        await page.Keyboard.PressAsync("Space");
        await page.FocusAsync(".map-day [type=range]");
        await page.Keyboard.PressAsync("PageDown");
        await page.WaitForURLAsync("**when=**");
        await Assertions.Expect(page.Locator("#map-when")).Not.ToHaveValueAsync("");
        await page.FocusAsync("[data-layers] [type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**when=**layer=staff**");
        await page.Locator("linli-onemap[data-loaded]").WaitForAsync();
        Assert.Equal(6, await page.Locator("#map-counts thead th").CountAsync());   // the table has what the map shows
        Assert.Empty(await page.FaultsAsync());

        await page.FocusAsync(".onemap-view canvas");
        await page.Keyboard.PressAsync("+");
        await page.Locator("a[data-view][href*='zoom=']").WaitForAsync();   // the link has followed
        await page.FocusAsync("a[data-view]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/print**zoom=**");
        await page.Locator("linli-onemap[data-loaded]").WaitForAsync();
        Assert.True(await page.Locator("linli-print button").IsVisibleAsync());
        Assert.NotEqual("", await page.InnerTextAsync(".onemap-scale"));
        Assert.Empty(await page.FaultsAsync());
        await page.Context.CloseAsync();
    }

    private static async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("linli-onemap[data-loaded]").WaitForAsync();
    }
}
