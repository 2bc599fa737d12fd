using Linli.Platform;
using Linli.Platform.Access;
using Microsoft.Extensions.Localization;

namespace Linli.Ui;

/// <summary>The staff navigation: what the modules offer and the reader may open.</summary>
internal sealed class DeskNavigation(IReadOnlyList<Module> modules, IAccess access, IStringLocalizerFactory texts, IEnumerable<INavigationCount> counted)
{
    public string Reader => access.Actor.Name;

    public async Task<IReadOnlyList<NavigationEntry>> ReadAsync(CancellationToken ct)
    {
        var counts = counted.ToList();
        var entries = new List<NavigationEntry>();
        foreach (var module in modules)
            foreach (var item in module.Navigation.Where(item => access.May(item.Permission)))
            {
                var count = counts.Find(c => c.Href == item.Href);
                entries.Add(new(texts.Create(module.GetType())[item.TextKey], item.Href, item.Icon, item.Order,
                    count is null ? 0 : await count.CountAsync(ct), count?.Urgent is true));
            }
        return [.. entries.OrderBy(entry => entry.Order)];
    }
}
