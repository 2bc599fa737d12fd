using Linli.Demo;
using Linli.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Journeys;

/// <summary>The main job of the product, done by four people in their own windows.</summary>
public sealed class CaseJourneyTests
{
    private static readonly DemoPlace Place = District.Plan.Places[0];

    [Theory]
    [InlineData("sqlite", true)]
    [InlineData("sqlite", false)]
    [InlineData("postgres", true)]
    [InlineData("postgres", false)]
    public async Task A_case_goes_from_a_phone_to_the_rated_close(string database, bool script)
    {
        var district = await District.OnAsync(database);
        var phone = await (await Chromium.OpenAsync(district.Address, Chromium.Phone, script)).NewPageAsync();

        var home = await phone.GotoAsync("/");
        Assert.True(home is { Ok: true }, await phone.InnerTextAsync("body"));
        await phone.FillAsync("[name='Form.Text']", "楼下的路灯坏了三天，晚上一片漆黑，老人不敢出门");
        await phone.FillAsync("[name='Form.Place']", Place.Name);
        await phone.Keyboard.PressAsync("Escape");   // the suggestions may cover the button
        await phone.FillAsync("[name='Form.Phone']", "10020001234");
        await phone.ClickAsync("main form button[type=submit].wide");
        await phone.WaitForURLAsync("**/receipt");
        var number = (await phone.Locator("main .number").First.InnerTextAsync()).Trim();
        var followUp = new Uri(phone.Url).AbsolutePath.Replace("/receipt", "", StringComparison.Ordinal);

        var clerk = await district.SignInAsync(Account(DemoRole.DistrictClerk).UserName, script: script);
        var address = await FindAsync(clerk, number);
        await ActAsync(clerk, address, "accept");
        var handler = Account(DemoRole.Handler, Place.GridCode[..9]);
        await clerk.GotoAsync(address + "/reclassify");
        await ChooseAsync(clerk, "Form.CategoryCode", District.Plan.Categories.First(c => c.Name.Contains("路灯", StringComparison.Ordinal) && c.Level == 4).Code);
        await SendAsync(clerk);
        await clerk.GotoAsync(address + "/dispatch");
        await ChooseLabelAsync(clerk, "Form.UnitId", District.Plan.Units.Single(u => u.Code == handler.UnitCode).Name);
        await SendAsync(clerk);

        var worker = await district.SignInAsync(handler.UserName, Chromium.Phone, script);
        await FindAsync(worker, number);
        await ActAsync(worker, address, "take");
        await worker.GotoAsync(address + "/handle");
        await worker.FillAsync("[name='Form.Remark']", "已更换灯泡，当晚恢复照明");
        await worker.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "after.png", MimeType = "image/png", Buffer = DemoPhoto.Draw(PhotoScene.Lamp, 1, after: true) });
        await SendAsync(worker);

        var patrol = await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == DemoRole.GridWorker && Place.GridCode.StartsWith(a.DivisionCode, StringComparison.Ordinal)).UserName, Chromium.Phone, script);
        await patrol.GotoAsync(address + "/verify");
        await patrol.CheckAsync("[name='Form.Passed'][value='true' i]");
        await SendAsync(patrol);

        await clerk.GotoAsync(address + "/close");
        await clerk.FillAsync("[name='Form.Remark']", "路灯已修好，感谢您的反映");
        await SendAsync(clerk);

        await phone.GotoAsync(followUp);
        Assert.Contains("路灯已修好", await phone.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(await phone.Locator("main img").CountAsync() >= 1, "The photo after is shown.");
        await phone.CheckAsync("[name='Form.Satisfied'][value='true']", new() { Force = true });
        await phone.ClickAsync("form:has([name='Form.Satisfied']) button[type=submit]");
        await phone.WaitForURLAsync("**done=rated**");
        await clerk.GotoAsync(address);
        Assert.Contains("已结案", await clerk.InnerTextAsync("main"), StringComparison.Ordinal);
        foreach (var page in (IPage[])[phone, clerk, worker, patrol]) await page.Context.CloseAsync();
    }

    private static DemoAccount Account(string role, string divisionPrefix = "") =>
        District.Plan.Accounts.First(a => a.Role == role && a.DivisionCode.StartsWith(divisionPrefix, StringComparison.Ordinal));

    /// <summary>Opens a case by its number, as found in the list.</summary>
    private static async Task<string> FindAsync(IPage page, string number)
    {
        await page.GotoAsync("/desk/cases?status=all&q=" + number);
        var link = page.Locator("main table a[href^='/desk/cases/']").First;
        var address = await link.GetAttributeAsync("href");
        await page.GotoAsync(address!);
        return address!;
    }

    /// <summary>Does what needs one press: by the button on the case where it is offered, else on a page of its own.</summary>
    private static async Task ActAsync(IPage page, string address, string act)
    {
        await page.GotoAsync(address);
        var press = page.Locator($"form[action$='/{act}'] button");
        if (await press.CountAsync() > 0) await press.First.ClickAsync();
        else
        {
            await page.GotoAsync($"{address}/{act}");
            await page.ClickAsync("main form button.btn-primary[type=submit]");
        }
        await page.WaitForURLAsync("**done=**");
    }

    private static async Task SendAsync(IPage page)
    {
        await page.ClickAsync("main form .form-actions button[type=submit]");
        await page.WaitForURLAsync("**done=**");
    }

    /// <summary>Chooses in a list; with script it may be hidden behind a type-ahead, and the list is still what is sent.</summary>
    private static Task ChooseAsync(IPage page, string name, string value) =>
        page.EvalOnSelectorAsync($"select[name='{name}']", "(list, value) => { list.value = value; list.dispatchEvent(new Event('change', { bubbles: true })); }", value);

    private static Task ChooseLabelAsync(IPage page, string name, string label) =>
        page.EvalOnSelectorAsync($"select[name='{name}']", "(list, label) => { list.value = [...list.options].find(o => o.text === label).value; list.dispatchEvent(new Event('change', { bubbles: true })); }", label);
}
