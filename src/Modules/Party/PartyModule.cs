using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Events;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Party;

/// <summary>Party organisations, members who adopt a building, and what organisations and units do together.</summary>
public sealed class PartyModule : Module
{
    /// <inheritdoc/>
    public override string Name => "party";

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => [new(PartyPolicies.See), new(PartyPolicies.Manage)];

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation =>
    [
        new("nav.party", "/desk/party", "flag", PartyPolicies.See, NavigationGroup.Party, 69),
        new("nav.party-buildings", "/desk/party/buildings", "building-community", PartyPolicies.See, NavigationGroup.Party, 69),
        new("nav.party-projects", "/desk/party/projects", "users-group", PartyPolicies.See, NavigationGroup.Party, 69),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PartyOptions>().Bind(configuration.GetSection(PartyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHandlers(this).AddScoped<PartyChange>().AddScoped<PartyPlaces>().AddScoped<BuildingFinder>();
        services.Subscribe<GridsRedrawn, OnGridsRedrawn>("party.follow-redraw");
        services.AddScoped<IMapLayer, OrganisationsLayer>().AddScoped<IAddressNotes, AdoptersAtAddress>().AddScoped<IDemoSeeder, PartySeeder>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => PartyApi.Map(endpoints);

    /// <inheritdoc/>
    public override void ConfigureModel(ModelBuilder model) => PartyDb.Configure(model);
}
