using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Linli.Cases.Open311;

/// <summary>
/// Understands Open311 clients before anything else looks at their requests: two slashes are one, and an <c>api_key</c> in the address or
/// the form is shown as our keys are, so that sign-in, limits and scopes know no other kind of caller.
/// </summary>
internal sealed partial class TolerantRequests : IStartupFilter
{
    private const string Root = "/open311";
    private const int MaxBytes = 1 << 20;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            if (http.Request.Path.Value is { } path && path.AsSpan().TrimStart('/').StartsWith(Root.AsSpan(1), StringComparison.OrdinalIgnoreCase)) await UnderstandAsync(http, path);
            await rest(http);
        });
        next(app);
    };

    private static async Task UnderstandAsync(HttpContext http, string path)
    {
        http.Request.Path = Slashes().Replace(path, "/");
        if (!http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase)) return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBytes;
        if (http.Request.Headers.Authorization.Count > 0) return;
        var key = http.Request.Query["api_key"].ToString();
        if (key.Length == 0 && http.Request.HasFormContentType) key = await KeyInFormAsync(http);
        if (key.Length > 0) http.Request.Headers[HeaderNames.Authorization] = "Bearer " + key;
    }

    private static async Task<string> KeyInFormAsync(HttpContext http)
    {
        try
        {
            return (await http.Request.ReadFormAsync(http.RequestAborted))["api_key"].ToString();
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return "";   // whoever reads the form next says what is wrong with it
        }
    }

    [GeneratedRegex("/{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();
}
