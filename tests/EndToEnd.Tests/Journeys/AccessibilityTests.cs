using System.Text.RegularExpressions;
using Linli.Demo;
using Linli.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Journeys;

/// <summary>Follows links as a person would and asks axe about every kind of page it meets.</summary>
public sealed partial class AccessibilityTests
{
    private const int Most = 30;
    private static readonly string[] NoPages = ["/files/", "/openapi", ".csv", "/language"];

    [Theory]
    [InlineData(null, "/", "zh-CN", Chromium.Phone)]
    [InlineData(null, "/", "en", Chromium.Screen)]
    [InlineData(DemoRole.DistrictClerk, "/desk", "zh-CN", Chromium.Screen)]
    [InlineData(DemoRole.Handler, "/desk", "en", Chromium.Phone)]
    [InlineData(DemoRole.Admin, "/desk", "zh-CN", Chromium.Phone)]
    public async Task Every_page_a_person_is_led_to_passes_axe_and_fits_its_window(string? role, string from, string language, int width)
    {
        var district = await District.OnAsync("sqlite");
        var page = role is null
            ? await (await Chromium.OpenAsync(district.Address, width, language: language)).NewPageAsync()
            : await district.SignInAsync(District.Plan.Accounts.First(a => a.Role == role).UserName, width, language: language);
        var (faults, seen, waiting) = (new List<string>(), new HashSet<string>(), new Queue<string>([from]));
        while (seen.Count < Most && waiting.TryDequeue(out var address))
        {
            if (!seen.Add(Shape(address))) continue;
            var answer = await page.GotoAsync(address);
            if (answer is not { Ok: true }) faults.Add($"{address}: {answer?.Status}");
            faults.AddRange(await page.FaultsAsync());
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map(a => a.getAttribute('href').split('#')[0])"))
                if (!seen.Contains(Shape(link)) && !NoPages.Any(part => link.Contains(part, StringComparison.Ordinal))) waiting.Enqueue(link);
        }
        await page.Context.CloseAsync();
        Assert.True(seen.Count >= 3, string.Join(' ', seen));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Prepend(string.Join(' ', seen))));
    }

    [Fact]
    public async Task A_picture_without_words_and_a_page_wider_than_its_window_are_found()
    {
        var page = await (await Chromium.OpenAsync(new("http://127.0.0.1"), Chromium.Phone)).NewPageAsync();
        await page.SetContentAsync("<!doctype html><html lang='zh'><title>题</title><main><h1>题</h1><img src='data:,'><div style='width:3000px'>长</div></main>");
        var faults = await page.FaultsAsync();
        await page.Context.CloseAsync();
        Assert.Collection(faults, fault => Assert.Contains("image-alt", fault, StringComparison.Ordinal), fault => Assert.Contains("wider than the window", fault, StringComparison.Ordinal));
    }

    /// <summary>Pages that differ only in a key or a query are of one kind.</summary>
    private static string Shape(string address) => Keys().Replace(address.Split('?')[0], "*");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Keys();
}
