using System.Reflection;

namespace Linli.Architecture.Tests;

/// <summary>The assemblies the rules are about.</summary>
internal static class Parts
{
    /// <summary>Those with pages.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Host.Modules.All.Select(m => m.GetType().Assembly).Append(typeof(Program).Assembly).Distinct()];

    /// <summary>The modules of the field, without the look.</summary>
    public static IReadOnlyList<Assembly> Modules { get; } = [.. Host.Modules.All.Select(m => m.GetType().Assembly).Where(a => a != typeof(Ui.UiModule).Assembly)];
}
