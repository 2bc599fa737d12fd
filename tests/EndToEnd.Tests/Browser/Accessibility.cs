using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Tests.Browser;

/// <summary>What axe finds on a page, and whether it is wider than the window.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Our pages hold no frames: axe runs in the page itself, without the window that the library opens to gather what frames found.
    private const string Run = """
        async () => {
            const found = await axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
            return found.violations.map(v => `${v.id} ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`);
        }
        """;

    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        var faults = (await page.EvaluateAsync<string[]>(Run)).Select(fault => $"{page.Url}: {fault}").ToList();
        if (await page.EvaluateAsync<bool>("document.querySelector('iframe, frame') !== null")) faults.Add($"{page.Url}: a frame, into which axe does not look");
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            faults.Add($"{page.Url}: wider than the window of {page.ViewportSize!.Width} px");
        return faults;
    }
}
