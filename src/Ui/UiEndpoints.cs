using Linli.Ui.Design;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Linli.Ui;

/// <summary>What the look needs from the server.</summary>
public static class UiEndpoints
{
    /// <summary>Maps the assets and the preferences of readers; both are public.</summary>
    public static void MapUi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/assets/{file}", ["GET", "HEAD"], AssetEndpoint.Get).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(Preference.Path, Preference.Post).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapGet("/design/areas.json", DesignAreas.Get).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/design/live", () => TypedResults.NoContent()).AllowAnonymous().ExcludeFromDescription();
    }
}
