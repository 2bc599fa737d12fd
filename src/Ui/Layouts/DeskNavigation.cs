using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Live;
using Microsoft.Extensions.Localization;

namespace Linli.Ui;

/// <summary>The staff navigation: what the modules offer and the reader may open.</summary>
internal sealed class DeskNavigation(IReadOnlyList<Module> modules, IAccess access, IStringLocalizerFactory texts, IEnumerable<INavigationCount> counted, ReaderMemory memory)
{
    public string Reader => access.Actor.Name;

    public async Task<IReadOnlyList<NavigationEntry>> ReadAsync(CancellationToken ct)
    {
        var lines = modules.SelectMany(module => module.Navigation, (module, item) => (Module: module, Item: item)).Where(line => access.May(line.Item.Permission)).OrderBy(line => line.Item.Group).ThenBy(line => line.Item.Order).ToList();
        var counts = counted.Where(count => lines.Exists(line => line.Item.Href == count.Href)).ToDictionary(count => count.Href);
        var known = await memory.ReadAsync(access, "navigation", () => CountAsync(counts.Values, ct));
        return [.. lines.Select(line => new NavigationEntry(
            texts.Create(line.Module.GetType())[line.Item.TextKey], line.Item.Href, line.Item.Icon, line.Item.Group, known.GetValueOrDefault(line.Item.Href), counts.GetValueOrDefault(line.Item.Href)?.Urgent is true))];
    }

    private static async Task<IReadOnlyDictionary<string, int>> CountAsync(IEnumerable<INavigationCount> counts, CancellationToken ct)
    {
        var figures = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var count in counts) figures[count.Href] = await count.CountAsync(ct);
        return figures;
    }
}
