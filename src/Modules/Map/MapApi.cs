using Linli.Platform.Web;
using Linli.Tiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Linli.Map;

/// <summary>The API of the one map.</summary>
internal static class MapApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapApi("/api/v1/map").WithTags("Map").RequireAuthorization(MapPolicies.See);

        api.MapGet("layers", ListLayersEndpoint.Get).WithName("listMapLayers");
        api.MapGet("{layer}/{z:int}/{x:int}/{y:int}.mvt", DrawTileEndpoint.Get).Produces(StatusCodes.Status200OK, contentType: VectorTile.MediaType).WithName("drawTile");
        api.MapGet("ground/{z:int}/{x:int}/{y:int}.mvt", DrawGroundEndpoint.Get).Produces(StatusCodes.Status200OK, contentType: VectorTile.MediaType).WithName("drawDemoGround");
        api.MapGet("base/{sheet:int}/{z:int}/{x:int}/{y:int}", ShowBaseEndpoint.Get).Produces(StatusCodes.Status200OK, contentType: "image/png").WithName("showBaseMap");
        api.MapGet("area", FindInAreaEndpoint.Get).WithName("findInArea");
        api.MapGet("area.csv", FindInAreaEndpoint.GetCsv).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithName("exportArea");
    }
}
