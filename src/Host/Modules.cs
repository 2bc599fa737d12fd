using Linli.Platform;

namespace Linli.Host;

/// <summary>The parts this program is made of.</summary>
internal static class Modules
{
    public static IReadOnlyList<Module> All { get; } = [new Ui.UiModule(), new Identity.IdentityModule(), new Grids.GridsModule(), new StandardAddresses.AddressesModule(), new Cases.CasesModule(), new Map.MapModule(), new Registry.RegistryModule(), new Workforce.WorkforceModule(), new Party.PartyModule(), new Operations.OperationsModule()];
}
