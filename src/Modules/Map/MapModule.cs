using Linli.Platform;
using Linli.Platform.Access;
using Linli.Tiles;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Map;

/// <summary>一张图: what the modules know of the ground, on one map and as tables beside it.</summary>
public sealed class MapModule : Module
{
    /// <inheritdoc/>
    public override string Name => "map";

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions => [new(MapPolicies.See)];

    /// <inheritdoc/>
    public override IEnumerable<NavigationItem> Navigation => [new("nav.map", "/desk/map", "map", MapPolicies.See, NavigationGroup.Work, 48)];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MapOptions>().Bind(configuration.GetSection(MapOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<ResponseCompressionOptions>(options => options.MimeTypes = [.. options.MimeTypes ?? [], VectorTile.MediaType]);
        services.AddHandlers(this);
        services.AddScoped<SeenLayers>().AddSingleton<TileCache>().AddSingleton<BaseMap>().AddSingleton<DemoBase>().AddHostedService<TileWatch>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => MapApi.Map(endpoints);
}
