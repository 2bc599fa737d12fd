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
        var number = (await phone.Locator("main .receipt-number").First.InnerTextAsync()).Trim();
        var followUp = new Uri(phone.Url).AbsolutePath.Replace("/receipt", "", StringComparison.Ordinal);

        var clerk = await district.SignInAsync(District.Account(DemoRole.DistrictClerk).UserName, script: script);
        var address = await clerk.FindAsync(number);
        await clerk.ActAsync(address, "accept");
        var handler = District.Account(DemoRole.Handler, Place.GridCode[..9]);
        await clerk.GotoAsync(address + "/reclassify");
        await clerk.ChooseAsync("Form.CategoryCode", District.Plan.Categories.First(c => c.Name.Contains("路灯", StringComparison.Ordinal) && c.Level == 4).Code);
        await clerk.SendAsync();
        await clerk.GotoAsync(address + "/dispatch");
        await clerk.ChooseLabelAsync("Form.UnitId", District.Plan.Units.Single(u => u.Code == handler.UnitCode).Name);
        await clerk.SendAsync();

        var worker = await district.SignInAsync(handler.UserName, Chromium.Phone, script);
        await worker.FindAsync(number);
        await worker.ActAsync(address, "take");
        await worker.GotoAsync(address + "/handle");
        await worker.FillAsync("[name='Form.Remark']", "已更换灯泡，当晚恢复照明");
        await worker.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "after.png", MimeType = "image/png", Buffer = DemoPhoto.Draw(PhotoScene.Lamp, 1, after: true) });
        await worker.SendAsync();

        var patrol = await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == DemoRole.GridWorker && Place.GridCode.StartsWith(a.DivisionCode, StringComparison.Ordinal)).UserName, Chromium.Phone, script);
        await patrol.GotoAsync(address + "/verify");
        await patrol.CheckAsync("[name='Form.Passed'][value='true' i]");
        await patrol.SendAsync();

        await clerk.GotoAsync(address + "/close");
        await clerk.FillAsync("[name='Form.Remark']", "路灯已修好，感谢您的反映");
        await clerk.SendAsync();

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
}
