using System.Globalization;
using Linli.Demo;
using Linli.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Journeys;

/// <summary>An old browser in an office, script off, at which one after another sits down.</summary>
public sealed class WithoutScriptTests
{
    private static readonly DemoPlace Place = District.Plan.Places[0];

    [Fact]
    public async Task Staff_take_down_dispatch_supervise_answer_and_close_a_case_with_script_off()
    {
        var district = await District.OnAsync("sqlite");
        var handler = District.Account(DemoRole.Handler, Place.GridCode[..9]);
        var page = await district.SignInAsync(District.Account(DemoRole.Counter).UserName, Chromium.Phone, script: false);
        await page.GotoAsync("/desk/hotline");
        await page.FillAsync("[name='Form.Phone']", "10020000088");
        await page.FillAsync("[name='Form.Text']", "小区门口的路灯坏了一个星期，晚上很黑");
        await page.FillAsync("[name='Form.Place']", Place.Name);
        await page.ClickAsync("main button[value=Filed]");
        await page.WaitForURLAsync("**done=Filed**");
        var number = await page.Locator("main .notice a").InnerTextAsync();
        await page.GotoAsync("/desk/hotline/calls");
        Assert.Contains(number, await page.InnerTextAsync("main table"), StringComparison.Ordinal);

        await District.BecomeAsync(page, District.Account(DemoRole.DistrictClerk).UserName);
        var address = await page.FindAsync(number);
        await page.ActAsync(address, "accept");
        await page.GotoAsync(address + "/reclassify");
        await page.ChooseAsync("Form.CategoryCode", District.Plan.Categories.First(c => c.Level == 4).Code);
        await page.SendAsync();
        await page.GotoAsync(address + "/dispatch");
        await page.ChooseLabelAsync("Form.UnitId", District.Plan.Units.Single(u => u.Code == handler.UnitCode).Name);
        await page.SendAsync();

        await District.BecomeAsync(page, District.Account(DemoRole.Supervisor).UserName);
        await SayAsync(page, address + "/supervise", "请按期办结并反馈", "Form.SettleBy");
        await page.GotoAsync(address + "/letter");
        await page.CheckAsync("[name='Form.Kind'][value=Reminder]", new() { Force = true });
        await SayAsync(page, null, "请排查同类情况", "Form.ReplyBy");

        await District.BecomeAsync(page, handler.UserName);
        await page.ActAsync(address, "take");
        await SayAsync(page, address + "/answer-supervisor", "配件明天到货");
        await page.GotoAsync("/desk/letters?state=waiting");
        await page.Locator("main table tr", new() { HasText = number }).Locator("a.row-link").ClickAsync();
        await page.FillAsync("[name='Form.Reply']", "已排查，没有发现同类情况");
        await page.ClickAsync("main form .form-actions button[type=submit]");
        await page.GetByText("已排查，没有发现同类情况").WaitForAsync();
        await page.GotoAsync(address + "/handle");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "after.png", MimeType = "image/png", Buffer = DemoPhoto.Draw(PhotoScene.Lamp, 1, after: true) });
        await page.ClickAsync("main form .form-actions button[type=submit]");
        Assert.True(await page.Locator("main img[src^='/kept/']").EvaluateAsync<bool>("picture => picture.decode().then(() => picture.naturalWidth > 0)"), "The photo is there still.");
        await SayAsync(page, null, "已更换灯泡");

        await District.BecomeAsync(page, District.Account(DemoRole.DistrictClerk).UserName);
        await SayAsync(page, address + "/close", "路灯已修好，感谢您的反映");
        Assert.Contains("已结案", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(await page.Locator("main img").CountAsync() >= 1);

        await District.BecomeAsync(page, handler.UserName);
        await SayAsync(page, address + "/appeal", "配件缺货，等待期间已向反映人说明");
        await District.BecomeAsync(page, District.Account(DemoRole.Supervisor).UserName);
        await page.GotoAsync("/desk/appeals");
        await page.Locator("main .card", new() { HasText = number }).Locator("button[value=true i]").ClickAsync();
        await page.GotoAsync("/desk/cases?status=all&mark=Excused&q=" + number);
        Assert.Contains(number, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>Writes why, and by which day where one is asked for, and sends it.</summary>
    private static async Task SayAsync(IPage page, string? address, string remark, string? day = null)
    {
        if (address is not null) await page.GotoAsync(address);
        if (day is not null) await page.FillAsync($"[name='{day}']", DateTime.Today.AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.FillAsync("[name='Form.Remark']", remark);
        await page.SendAsync();
    }
}
