using Linli.Contracts.Identity;
using Linli.Identity.Keys;
using Linli.Identity.Sessions;
using Linli.Platform;
using Linli.Platform.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Identity.Web;

/// <summary>Wires the two ways in: a key for programs, a cookie for people.</summary>
internal static class SignInServices
{
    private const string Either = "linli";

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context =>
                ApiKeyAuthentication.IsShown(context.Request.Headers.Authorization.ToString()) ? ApiKeyAuthentication.SchemeName : SessionCookie.Scheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddCookie(SessionCookie.Scheme);
        services.AddScoped<SessionCookie>();
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme).Configure<IOptions<LinliOptions>>(Configure);
        services.AddAuthorizationBuilder()
            .AddPolicy(SignedIn.Staff, policy => policy.RequireClaim(AccessClaims.Kind, nameof(ActorKind.Staff)))
            .AddPolicy(SignedIn.Resident, policy => policy.RequireClaim(AccessClaims.Kind, nameof(ActorKind.Resident)));
    }

    private static void Configure(CookieAuthenticationOptions options, IOptions<LinliOptions> settings)
    {
        var https = settings.Value.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        options.Cookie.Name = https ? "__Host-linli" : "linli";   // browsers take the prefix over https only, and then nobody else can set it
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = false;   // the session knows when it ends
        options.EventsType = typeof(SessionCookie);
    }
}
