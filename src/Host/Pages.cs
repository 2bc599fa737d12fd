using System.Reflection;

namespace Linli.Host;

/// <summary>Assemblies that hold pages.</summary>
internal static class Pages
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Modules.All.Select(m => m.GetType().Assembly)];
}
