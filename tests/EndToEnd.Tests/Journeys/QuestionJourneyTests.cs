using Linli.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Journeys;

/// <summary>Extra questions come up while one writes, and an answer that calls for help is met at once.</summary>
public sealed class QuestionJourneyTests
{
    [Fact]
    public async Task Who_chooses_a_category_is_asked_there_and_then_and_told_whom_to_call()
    {
        var district = await District.OnAsync("sqlite");
        var page = await (await Chromium.OpenAsync(district.Address, Chromium.Phone)).NewPageAsync();
        await page.GotoAsync("/");
        await page.FillAsync("[name='Form.Text']", "楼道里有臭鸡蛋味，怀疑燃气泄漏");
        await page.ClickAsync(".suggested button:has-text('燃气泄漏')");
        await page.CheckAsync("[name='answers[q1]'][value=yes]");
        await Assertions.Expect(page.Locator("linli-questions a[href='tel:119']")).ToBeVisibleAsync();
        Assert.Empty(await page.FaultsAsync());

        await page.ClickAsync("main form button[type=submit].wide");
        await Assertions.Expect(page.Locator(".error-summary a[href='tel:119']")).ToBeVisibleAsync();
        Assert.Equal("楼道里有臭鸡蛋味，怀疑燃气泄漏", await page.InputValueAsync("[name='Form.Text']"));
        await page.CheckAsync("[name='answers[q1]'][value=no]");
        await Assertions.Expect(page.Locator("linli-questions a[href='tel:119']")).ToBeHiddenAsync();
        await page.ClickAsync("main form button[type=submit].wide");
        await page.WaitForURLAsync("**/receipt");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_question_that_hangs_on_an_answer_comes_and_goes_with_it()
    {
        var district = await District.OnAsync("sqlite");
        var page = await (await Chromium.OpenAsync(district.Address, Chromium.Screen)).NewPageAsync();
        await page.GotoAsync("/");
        await page.FillAsync("[name='Form.Text']", "楼上邻居半夜跑跳拖桌子，邻里噪声");
        await page.ClickAsync(".suggested button:has-text('邻里噪声')");
        var day = page.Locator("[name='answers[q3]']");
        await Assertions.Expect(day).ToBeHiddenAsync();
        await page.CheckAsync("[name='answers[q2]'][value=yes]");
        await day.FillAsync("2026-05-01");
        await page.CheckAsync("[name='answers[q2]'][value=no]");
        await Assertions.Expect(day).ToBeDisabledAsync();   // and so it is not sent
        await page.ClickAsync("main form button[type=submit].wide");
        await page.WaitForURLAsync("**/receipt");
        await page.Context.CloseAsync();
    }
}
