using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Browser;

/// <summary>What people do on the pages of a case.</summary>
internal static class DeskSteps
{
    /// <summary>Opens a case by its number, as found in the list.</summary>
    public static async Task<string> FindAsync(this IPage page, string number)
    {
        await page.GotoAsync("/desk/cases?status=all&q=" + number);
        var link = page.Locator("main table a[href^='/desk/cases/']").First;
        var address = await link.GetAttributeAsync("href");
        await page.GotoAsync(address!);
        return address!;
    }

    /// <summary>Does what needs one press: by the button on the case where it is offered, else on a page of its own.</summary>
    public static async Task ActAsync(this IPage page, string address, string act)
    {
        await page.GotoAsync(address);
        var press = page.Locator($"form[action$='/{act}'] button");
        if (await press.CountAsync() > 0) await press.First.ClickAsync();
        else
        {
            await page.GotoAsync($"{address}/{act}");
            await page.ClickAsync("main form button.btn-primary[type=submit]");
        }
        await DoneAsync(page);
    }

    /// <summary>Sends the form of an act and waits until it is done.</summary>
    public static async Task SendAsync(this IPage page)
    {
        await page.ClickAsync("main form .form-actions button[type=submit]");
        await DoneAsync(page);
    }

    /// <summary>Waits for the page that says what was done; what it says instead is the reason of the failure.</summary>
    private static async Task DoneAsync(IPage page)
    {
        try
        {
            await page.WaitForURLAsync("**done=**", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{page.Url} says: {await page.InnerTextAsync("main")}");
        }
    }

    /// <summary>Chooses in a list; with script it may be hidden behind a type-ahead, and the list is still what is sent.</summary>
    public static Task ChooseAsync(this IPage page, string name, string value) =>
        page.EvalOnSelectorAsync($"select[name='{name}']", "(list, value) => { list.value = value; list.dispatchEvent(new Event('change', { bubbles: true })); }", value);

    /// <summary>The same by what stands in the list.</summary>
    public static Task ChooseLabelAsync(this IPage page, string name, string label) =>
        page.EvalOnSelectorAsync($"select[name='{name}']", "(list, label) => { list.value = [...list.options].find(o => o.text === label).value; list.dispatchEvent(new Event('change', { bubbles: true })); }", label);
}
