using Linli.Platform;
using Linli.Platform.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Linli.Ui;

/// <summary>The staff navigation: what the modules offer and the reader may open.</summary>
internal sealed class DeskNavigation(IReadOnlyList<Module> modules, IAccess access, IStringLocalizerFactory texts, IServiceScopeFactory scopes)
{
    public string Reader => access.Actor.Name;

    public async Task<IReadOnlyList<NavigationEntry>> ReadAsync(CancellationToken ct)
    {
        // The page asks the database at the same time, and a database context serves one at a time.
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.ActAs(access);
        var counts = scope.ServiceProvider.GetServices<INavigationCount>().ToList();
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
