using System.Security.Claims;
using Linli.Identity.Keys;
using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Linli.Identity.Web;

/// <summary>Turns away whoever may not come in: programs by a problem, people to the page where they can go on.</summary>
internal static class Refusal
{
    public static Task SignInAsync(HttpContext context)
    {
        if (!IsProgram(context)) return SendTo(context, SignInPath(context));
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return new ProblemResult(Problem.Http(StatusCodes.Status401Unauthorized)).ExecuteAsync(context);
    }

    public static Task ForbidAsync(HttpContext context)
    {
        if (IsProgram(context)) return new ProblemResult(Problem.Forbidden).ExecuteAsync(context);
        if (context.User.FindFirstValue(Visitor.Awaits) is { } awaits) return SendTo(context, SignInSteps.After(Enum.Parse<SessionState>(awaits), null));
        var wanted = IsResidents(context) ? ActorKind.Resident : ActorKind.Staff;
        if (!context.User.HasClaim(AccessClaims.Kind, wanted.ToString())) return SendTo(context, SignInPath(context));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static string SignInPath(HttpContext context) => IsResidents(context) ? "/me/sign-in" : "/sign-in";

    private static Task SendTo(HttpContext context, string path)
    {
        var wanted = HttpMethods.IsGet(context.Request.Method) ? context.Request.GetEncodedPathAndQuery() : null;
        context.Response.Redirect(ReturnPath.Carry(path, wanted));
        return Task.CompletedTask;
    }

    private static bool IsProgram(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || ApiKeyAuthentication.IsShown(context.Request.Headers.Authorization.ToString());

    private static bool IsResidents(HttpContext context) => context.Request.Path.StartsWithSegments("/me", StringComparison.Ordinal);
}
