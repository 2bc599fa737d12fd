using Linli.Platform;
using Linli.Platform.Access;
using Linli.Ui.Design;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Ui;

/// <summary>The look: assets, preferences of readers, and the pages that show every component. All of it is public.</summary>
public sealed class UiModule : Module
{
    /// <inheritdoc/>
    public override string Name => "ui";

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<DeskNavigation>().AddScoped<LoadingTurns>().AddScoped<KeptPhotos>().AddScoped<Pills>();

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/assets/{file}", ["GET", "HEAD"], AssetEndpoint.Get).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(Preference.Path, Preference.Post).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapGet("/design/areas.json", DesignAreas.Get).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet(DeskAlarms.Path, () => new RazorComponentResult<DeskAlarms>()).RequireAuthorization(policy => policy.RequireClaim(AccessClaims.Division)).ExcludeFromDescription();
        endpoints.MapGet("/design/live", () => TypedResults.NoContent()).AllowAnonymous().ExcludeFromDescription();
    }
}
