using Linli.Contracts.Grids;
using Linli.Contracts.Map;
using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Events;
using Linli.Platform.Export;
using Linli.Platform.Import;
using Linli.Platform.Jobs;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Grids;

/// <summary>The ground: divisions with boundaries and who serves them, units with office hours, calendars, named places.</summary>
public sealed class GridsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "grids";

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => [new(GridsPolicies.See), new(GridsPolicies.Manage), new(GridsPolicies.Serve), new(GridsPolicies.ManageTeams), new(GridsPolicies.Redraw)];

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation =>
    [
        new("nav.divisions", "/desk/divisions", "map-2", GridsPolicies.See, NavigationGroup.Ground, 60),
        new("nav.grids", "/desk/grids", "grid-3x3", GridsPolicies.See, NavigationGroup.Team, 60),
        new("nav.zones", "/desk/zones", "users-group", GridsPolicies.See, NavigationGroup.Team, 60),
        new("nav.units", "/desk/units", "building", GridsPolicies.See, NavigationGroup.Ground, 61),
        new("nav.calendar", "/desk/calendar", "calendar", GridsPolicies.See, NavigationGroup.Settings, 62),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GridsOptions>().Bind(configuration.GetSection(GridsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHandlers(this).AddMemory();
        services.Configure<ResponseCompressionOptions>(options => options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, DrawMapEndpoint.MediaType]);
        services.AddScoped<TeamChange>().AddScoped<TeamReader>().AddScoped<IGridTeams, GridTeams>();
        services.Subscribe<WorkerAway, OnWorkerAway>("grids.worker-away").Subscribe<WorkerBack, OnWorkerBack>("grids.worker-back");
        services.AddScoped<RedrawDraft>().AddScoped<RedrawFigures>().AddScoped<Redrawing>().AddScoped<IPastDivisions, PastDivisions>();
        services.AddJob<RedrawOnItsDay>("grids.redraw", Every.Minutes(10));
        services.AddScoped<GroundChange>().AddScoped<IDemoSeeder, GridsSeeder>().AddScoped<IDemoSeeder, TeamsSeeder>();
        services.AddScoped<IMapLayer, DivisionsLayer>().AddScoped<IMapLayer, PlacesLayer>().AddScoped<IMapLayer, StaffLayer>().Listen<GridsChanged, TellingMaps>().Listen<GridTeamsChanged, TellingMaps>();
        services.AddScoped<IImport, ImportDivisions>().AddScoped<IImport, ImportBoundaries>().AddScoped<IImport, ImportUnits>().AddScoped<IImport, ImportPlaces>();
        services.AddScoped<IProfileStep, DivisionsStep>().AddScoped<IProfileStep, UnitsStep>().AddScoped<IExport, ExportUnits>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => GridsApi.Map(endpoints);

    /// <inheritdoc/>
    public override void ConfigureModel(ModelBuilder model) => GridsDb.Configure(model);
}
