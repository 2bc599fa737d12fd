using Linli.Platform.Idempotency;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Linli.Grids;

/// <summary>The API of the ground, in one place so that it reads like its table of contents.</summary>
internal static class GridsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapApi("/api/v1").WithTags("Grids");

        api.MapGet("divisions", SeeDivisionsEndpoint.Below).RequireAuthorization(GridsPolicies.See).WithName("listDivisions");
        api.MapGet("divisions/{code}", SeeDivisionsEndpoint.One).RequireAuthorization(GridsPolicies.See).WithName("getDivision");

        api.MapGet("units", ListUnitsEndpoint.Get).RequireAuthorization(GridsPolicies.See).WithName("listUnits");
        api.MapGet("units/{id:guid}", EditUnitEndpoint.Get).RequireAuthorization(GridsPolicies.See).WithName("getUnit");
        api.MapPost("units", EditUnitEndpoint.Post).RequireAuthorization(GridsPolicies.Manage).Idempotent().WithName("createUnit");
        api.MapPut("units/{id:guid}", EditUnitEndpoint.Put).RequireAuthorization(GridsPolicies.Manage).WithName("editUnit");

        // Where things are called what is no secret; residents need it before they sign in.
        api.MapGet("map/divisions", DrawMapEndpoint.Get).AllowAnonymous().Produces(StatusCodes.Status200OK, contentType: DrawMapEndpoint.MediaType).WithName("mapDivisions");
        api.MapGet("locate", LocatePositionEndpoint.Get).AllowAnonymous().RequireRateLimiting(RateLimits.Lookup).WithName("locate");
        api.MapGet("places", FindPlacesEndpoint.Get).AllowAnonymous().RequireRateLimiting(RateLimits.Lookup).WithName("findPlaces");
    }
}
