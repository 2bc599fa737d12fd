using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Linli.Architecture.Tests;

public sealed class ModuleTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void No_module_refers_to_another()
    {
        var modules = Parts.Modules.Select(a => a.GetName().Name).ToHashSet();
        Assert.Equal([], Parts.Modules.SelectMany(a => a.GetReferencedAssemblies().Where(r => modules.Contains(r.Name)).Select(r => $"{a.GetName().Name} refers to {r.Name}")));
    }

    [Fact]
    public void A_module_shows_nothing_but_itself_and_its_pages() =>
        Assert.Equal([], Parts.Modules.SelectMany(a => a.GetExportedTypes())
            .Where(t => !typeof(Platform.Module).IsAssignableFrom(t) && !typeof(ComponentBase).IsAssignableFrom(t) && t.Name != "_Imports")
            .Select(t => t.FullName));

    [Fact]
    public void Pages_are_drawn_only_when_all_they_show_is_read() =>
        Assert.Equal([], Parts.Modules.SelectMany(a => a.GetTypes())
            .Where(t => typeof(ComponentBase).IsAssignableFrom(t))
            .SelectMany(t => t.GetMethods(Own))
            .Where(m => m.Name is "OnInitializedAsync" or "OnParametersSetAsync")   // LoadedComponent.LoadAsync instead
            .Select(m => $"{m.DeclaringType}.{m.Name}"));

    [Fact]
    public void Names_of_modules_differ() =>
        Assert.Equal(Host.Modules.All.Count, Host.Modules.All.Select(m => m.Name).Distinct().Count());

    [Fact]
    public void Permissions_begin_with_the_name_of_their_module() =>
        Assert.Equal([], Host.Modules.All.SelectMany(m => m.Permissions.Where(p => !p.Name.StartsWith(m.Name + ".", StringComparison.Ordinal)).Select(p => p.Name)));
}
