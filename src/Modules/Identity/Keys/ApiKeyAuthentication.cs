using System.Text.Encodings.Web;
using Linli.Identity.Sessions;
using Linli.Identity.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Linli.Identity.Keys;

/// <summary>Lets in requests with <c>Authorization: Bearer llk_…</c> (RFC 6750).</summary>
internal sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyRegister keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "api-key";
    private const string Bearer = "Bearer ";

    /// <summary>Whether a request shows a key; then its cookie is not looked at.</summary>
    public static bool IsShown(string authorization) => authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = Request.Headers.Authorization.ToString();
        if (!IsShown(shown)) return AuthenticateResult.NoResult();
        return await keys.FindAsync(shown[Bearer.Length..].Trim(), Context.RequestAborted) is { } visitor
            ? AuthenticateResult.Success(new(visitor.ToPrincipal(SchemeName), SchemeName))
            : AuthenticateResult.Fail("The key is unknown, expired or revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusal.SignInAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusal.ForbidAsync(Context);
}
