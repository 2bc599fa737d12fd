using Linli.Platform;
using Linli.Platform.Access;
using Linli.Ui;
using Microsoft.Extensions.Localization;

namespace Linli.Host;

/// <summary>The staff navigation: what the modules offer and the reader may open.</summary>
internal sealed class DeskNavigation(IReadOnlyList<Module> modules, IAccess access, IStringLocalizerFactory texts) : IDeskNavigation
{
    public IReadOnlyList<NavigationEntry> Entries { get; } =
        [.. modules
            .SelectMany(module => module.Navigation.Select(item => (Item: item, Module: module)))
            .Where(x => access.May(x.Item.Permission))
            .OrderBy(x => x.Item.Order)
            .Select(x => new NavigationEntry(texts.Create(x.Module.GetType())[x.Item.TextKey], x.Item.Href, x.Item.Icon))];

    public string Reader => access.Actor.Name;
}
