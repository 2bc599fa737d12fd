using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Browser;

/// <summary>What axe finds on a page, and whether it is wider than the window.</summary>
internal static class Accessibility
{
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        var faults = found.Violations.Select(v => $"{page.Url}: {v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ToList();
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            faults.Add($"{page.Url}: wider than the window of {page.ViewportSize!.Width} px");
        return faults;
    }
}
