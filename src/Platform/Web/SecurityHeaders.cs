using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Linli.Platform.Web;

/// <summary>Headers that keep a page to itself: no foreign or inline script or style, no framing, no sniffing.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            // Not before the answer starts: a fault clears what was set until then. What an answer asks for itself, such as
            // the stricter policy of a file, stays.
            context.Response.OnStarting(Put, context.Response.Headers);
            return next(context);
        });

    private static Task Put(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        return Task.CompletedTask;
    }
}
