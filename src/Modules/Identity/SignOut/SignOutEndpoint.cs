using System.Security.Claims;
using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.SignOut;

/// <summary>Ends the session and takes the cookie away.</summary>
internal static class SignOutEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/sign-out", Post).AllowAnonymous().ExcludeFromDescription();

    // The form is asked for so that its antiforgery token is checked.
    private static async Task<RedirectHttpResult> Post(HttpContext context, [FromForm] IFormCollection form, AppDb db, VisitorCache cache, CancellationToken ct)
    {
        if (SessionCookie.Of(context) is { } id && await db.Sessions.FirstOrDefaultAsync(s => s.Id == id, ct) is { } session)
        {
            db.Sessions.Remove(session);
            await db.SaveChangesAsync(ct);
            cache.Forget(session.OwnerId);
        }
        await context.SignOutAsync(SessionCookie.Scheme);
        return TypedResults.LocalRedirect(context.User.HasClaim(AccessClaims.Kind, nameof(ActorKind.Resident)) ? "/" : "/sign-in");
    }
}
