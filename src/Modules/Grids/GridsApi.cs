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

        api.MapGet("divisions/{code}/boundaries", SeeBoundariesEndpoint.Get).RequireAuthorization(GridsPolicies.See).WithName("listBoundaries");

        api.MapGet("units", ListUnitsEndpoint.Get).RequireAuthorization(GridsPolicies.See).WithName("listUnits");
        api.MapGet("units/{id:guid}", EditUnitEndpoint.Get).RequireAuthorization(GridsPolicies.See).WithName("getUnit");
        api.MapPost("units", EditUnitEndpoint.Post).RequireAuthorization(GridsPolicies.Manage).Idempotent().WithName("createUnit");
        api.MapPut("units/{id:guid}", EditUnitEndpoint.Put).RequireAuthorization(GridsPolicies.Manage).WithName("editUnit");

        api.MapGet("zones", SeeZonesEndpoint.List).RequireAuthorization(GridsPolicies.See).WithName("listZones");
        api.MapGet("zones/{id:guid}", SeeZonesEndpoint.Get).RequireAuthorization(GridsPolicies.See).WithName("getZone");
        api.MapPost("zones", EditZoneEndpoint.Post).RequireAuthorization(GridsPolicies.ManageTeams).Idempotent().WithName("createZone");
        api.MapPut("zones/{id:guid}", EditZoneEndpoint.Put).RequireAuthorization(GridsPolicies.ManageTeams).WithName("editZone");
        api.MapDelete("zones/{id:guid}", EditZoneEndpoint.Delete).RequireAuthorization(GridsPolicies.ManageTeams).WithName("endZone");

        api.MapGet("grids", ListTeamsEndpoint.Get).RequireAuthorization(GridsPolicies.See).WithName("listGrids");
        api.MapGet("grids/teams.csv", ListTeamsEndpoint.GetCsv).RequireAuthorization(GridsPolicies.ManageTeams).WithName("exportTeams");
        api.MapGet("grids/{code}", SeeTeamEndpoint.Get).RequireAuthorization(GridsPolicies.See).WithName("getGrid");
        api.MapPost("grids/{code}/team", EditTeamEndpoint.Join).RequireAuthorization(GridsPolicies.ManageTeams).Idempotent().WithName("joinTeam");
        api.MapPost("grids/{code}/team/{id:guid}/leave", EditTeamEndpoint.Leave).RequireAuthorization(GridsPolicies.ManageTeams).WithName("leaveTeam");
        api.MapPost("team-members/{id:guid}/reveal", RevealMemberEndpoint.Post).RequireAuthorization(GridsPolicies.ManageTeams).WithName("revealMember");

        api.MapGet("absences", MarkAbsenceEndpoint.List).RequireAuthorization(GridsPolicies.See).WithName("listAbsences");
        api.MapPost("absences", MarkAbsenceEndpoint.Post).RequireAuthorization(GridsPolicies.See).Idempotent().WithName("markAbsence");
        api.MapPost("absences/{id:guid}/end", MarkAbsenceEndpoint.End).RequireAuthorization(GridsPolicies.See).WithName("endAbsence");

        api.MapGet("redraws", RedrawEndpoint.List).RequireAuthorization(GridsPolicies.See).WithName("listRedraws");
        api.MapGet("redraws/{id:guid}", RedrawEndpoint.Get).RequireAuthorization(GridsPolicies.See).WithName("getRedraw");
        api.MapPost("redraws/preview", RedrawEndpoint.Preview).RequireAuthorization(GridsPolicies.Redraw).WithName("previewRedraw");
        api.MapPost("redraws", RedrawEndpoint.Post).RequireAuthorization(GridsPolicies.Redraw).Idempotent().WithName("planRedraw");
        api.MapPost("redraws/{id:guid}/withdraw", RedrawEndpoint.Withdraw).RequireAuthorization(GridsPolicies.Redraw).WithName("withdrawRedraw");
        api.MapGet("locate/past", LocatePositionEndpoint.GetPast).RequireAuthorization(GridsPolicies.See).WithName("locatePast");

        // Where things are called what is no secret; residents need it before they sign in.
        api.MapGet("map/divisions", DrawMapEndpoint.Get).AllowAnonymous().Produces(StatusCodes.Status200OK, contentType: DrawMapEndpoint.MediaType).WithName("mapDivisions");
        api.MapGet("locate", LocatePositionEndpoint.Get).AllowAnonymous().RequireRateLimiting(RateLimits.Lookup).WithName("locate");
        api.MapGet("places", FindPlacesEndpoint.Get).AllowAnonymous().RequireRateLimiting(RateLimits.Lookup).WithName("findPlaces");
    }
}
