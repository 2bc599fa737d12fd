using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.Events;
using Linli.Platform.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Registry;

/// <summary>The registry: people, households, houses, firms, facilities, certificates and whatever else a district keeps a register of.</summary>
public sealed class RegistryModule : Module
{
    /// <inheritdoc/>
    public override string Name => "registry";

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions =>
    [
        new(RegistryPolicies.See), new(RegistryPolicies.Write), new(RegistryPolicies.Reveal), new(RegistryPolicies.RevealSensitive), new(RegistryPolicies.SeeLooks), new(RegistryPolicies.ManageTypes),
        new(RegistryPolicies.SeeNeeds), new(RegistryPolicies.Tag), new(RegistryPolicies.Visit), new(RegistryPolicies.Signal),
        new(RegistryPolicies.Merge), new(RegistryPolicies.Import), new(RegistryPolicies.Export),
    ];

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation =>
    [
        new("nav.registry", "/desk/registry", "address-book", RegistryPolicies.See, NavigationGroup.Ground, 50),
        new("nav.visits", "/desk/registry/visits", "walk", RegistryPolicies.Visit, NavigationGroup.Ground, 51),
        new("nav.twins", "/desk/registry/twins", "git-merge", RegistryPolicies.Merge, NavigationGroup.Ground, 52),
        new("nav.quality", "/desk/registry/quality", "list-check", RegistryPolicies.See, NavigationGroup.Ground, 53),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHandlers(this);
        services.AddSingleton<TypeCache>().AddSingleton<RecordVault>().AddSingleton<WordCounts>().AddScoped<RecordLoader>().AddScoped<RecordContents>().AddScoped<RecordWriting>().AddScoped<MoveRows>().AddScoped<GridChoices>();
        services.AddJob<FollowRules>(FollowRules.JobName, Every.DayAt(4, 20));
        services.AddJob<FindTwins>(FindTwins.JobName, Every.DayAt(4, 40));
        services.AddJob<CheckQuality>(CheckQuality.JobName, Every.DayAt(5, 0));
        services.AddScoped<ImportTable>().AddScoped<CheckRows>().AddScoped<LoadRows>().AddScoped<UndoRows>();
        services.AddDelayedJob<RunImport, ImportKey>(RunImport.JobName).AddJob<ForgetImports>("registry.forget-imports", Every.DayAt(3, 50));
        services.Subscribe<GridsRedrawn, OnGridsRedrawn>("registry.follow-redraw");
        services.AddScoped<IMapLayer, FacilitiesLayer>().AddScoped<IMapLayer, DevicesLayer>().AddScoped<IMapLayer, NeedsLayer>().AddScoped<IAddressNotes, RecordsAtAddress>();
        services.AddScoped<IDemoSeeder, RegistrySeeder>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => RegistryApi.Map(endpoints);

    /// <inheritdoc/>
    public override void ConfigureModel(ModelBuilder model) => RegistryDb.Configure(model);
}
