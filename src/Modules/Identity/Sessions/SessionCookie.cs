using System.Security.Claims;
using Linli.Identity.Web;
using Linli.Platform.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Linli.Identity.Sessions;

/// <summary>The cookie carries the key of the session; on every request the session says who comes.</summary>
internal sealed class SessionCookie(SessionStore sessions) : CookieAuthenticationEvents
{
    public const string Scheme = "session";

    /// <summary>Gives the browser the key of a session. A resident's survives closing the browser, a member of staff's does not.</summary>
    public static Task IssueAsync(HttpContext context, Session session) => context.SignInAsync(
        Scheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccessClaims.Session, session.Id.ToString())], Scheme)),
        new AuthenticationProperties { IsPersistent = session.Kind is ActorKind.Resident, ExpiresUtc = session.ExpiresAt, IssuedUtc = session.CreatedAt });

    /// <summary>The session that the request came with, whole or half; null without one.</summary>
    public static Guid? Of(HttpContext context) =>
        Guid.TryParse(context.User.FindFirstValue(AccessClaims.Session), out var id) ? id : null;

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var visitor = Guid.TryParse(context.Principal?.FindFirstValue(AccessClaims.Session), out var id)
            ? await sessions.FindAsync(id, context.HttpContext.RequestAborted)
            : null;
        if (visitor is not null)
        {
            context.ReplacePrincipal(visitor.ToPrincipal(Scheme));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Refusal.SignInAsync(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Refusal.ForbidAsync(context.HttpContext);
}
