using Linli.Platform;

namespace Linli.Host;

/// <summary>The parts this program is made of.</summary>
internal static class Modules
{
    public static IReadOnlyList<Module> All { get; } = [new Ui.UiModule(), new Identity.IdentityModule(), new Grids.GridsModule(), new Cases.CasesModule(), new Operations.OperationsModule()];
}
