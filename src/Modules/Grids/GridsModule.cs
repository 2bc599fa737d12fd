using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Export;
using Linli.Platform.Import;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Grids;

/// <summary>The ground: divisions with boundaries, units with office hours, calendars, named places.</summary>
public sealed class GridsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "grids";

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => [new(GridsPolicies.See), new(GridsPolicies.Manage)];

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation =>
    [
        new("nav.divisions", "/desk/divisions", "map-2", GridsPolicies.See, 60),
        new("nav.units", "/desk/units", "building", GridsPolicies.See, 61),
        new("nav.calendar", "/desk/calendar", "calendar", GridsPolicies.See, 62),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GridsOptions>().Bind(configuration.GetSection(GridsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHandlers(this).AddMemory();
        services.Configure<ResponseCompressionOptions>(options => options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, DrawMapEndpoint.MediaType]);
        services.AddScoped<GroundChange>().AddScoped<IDemoSeeder, GridsSeeder>();
        services.AddScoped<IImport, ImportDivisions>().AddScoped<IImport, ImportBoundaries>().AddScoped<IImport, ImportUnits>().AddScoped<IImport, ImportPlaces>();
        services.AddScoped<IProfileStep, DivisionsStep>().AddScoped<IProfileStep, UnitsStep>().AddScoped<IExport, ExportUnits>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => GridsApi.Map(endpoints);

    /// <inheritdoc/>
    public override void ConfigureModel(ModelBuilder model) => GridsDb.Configure(model);
}
