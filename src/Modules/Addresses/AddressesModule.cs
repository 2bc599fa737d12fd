using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Events;
using Linli.Platform.Export;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.StandardAddresses;

/// <summary>The standard addresses of the district, from the road to the room: kept with their other names and their history, searched in memory, and what nobody finds in a queue.</summary>
public sealed class AddressesModule : Module
{
    /// <inheritdoc/>
    public override string Name => "addresses";

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => [new(AddressesPolicies.See), new(AddressesPolicies.Manage)];

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation => [new("nav.addresses", "/desk/addresses", "map-pin", AddressesPolicies.See, NavigationGroup.Ground, 63)];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHandlers(this).AddScoped<AddressWriting>();
        services.AddSingleton<AddressMemory>().AddHostedService(provider => provider.GetRequiredService<AddressMemory>()).AddSingleton<IAddresses, AddressBook>();
        services.Subscribe<GridsChanged, OnGridsChanged>("addresses.refresh").Subscribe<GridsRedrawn, OnGridsRedrawn>("addresses.follow-redraw").Subscribe<AddressUnmatched, OnAddressUnmatched>("addresses.queue");
        services.AddScoped<IImport, ImportAddresses>().AddScoped<IExport, ExportAddresses>().AddScoped<IDemoSeeder, AddressesSeeder>().AddScoped<IMapLayer, BuildingsLayer>().AddScoped<IBuildings, StandingBuildings>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => AddressesApi.Map(endpoints);

    /// <inheritdoc/>
    public override void ConfigureModel(ModelBuilder model) => AddressesDb.Configure(model);
}
