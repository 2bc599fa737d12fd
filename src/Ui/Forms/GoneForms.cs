using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Ui;

/// <summary>
/// A form that was sent although its page does not show it any more, because somebody acted meanwhile. The framework answers that with a bare 400;
/// here the page is answered as it now is, with 409 and a notice above it.
/// </summary>
public static class GoneForms
{
    private static readonly object Gone = new();

    /// <summary>Whether the page answers a form that it does not have.</summary>
    internal static bool Answers(HttpContext? http) => http?.Items.ContainsKey(Gone) is true;

    /// <summary>Last before the pages, which are drawn again within.</summary>
    public static void UseGoneForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (IsGone(http)) await DrawAgainAsync(http, next);
    });

    /// <summary>What a page refuses itself comes as HTML, and a form that nobody may trust is no form of ours.</summary>
    private static bool IsGone(HttpContext http) =>
        http.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentLength: null } && http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is not true
        && HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType
        && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static async Task DrawAgainAsync(HttpContext http, RequestDelegate page)
    {
        http.Items[Gone] = Gone;
        (http.Request.Method, http.Request.ContentType, http.Request.ContentLength) = (HttpMethods.Get, null, null);
        http.Features.Set<IFormFeature>(null);
        http.Response.Clear();
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK) http.Response.StatusCode = StatusCodes.Status409Conflict;   // where the page itself is gone, it says so
            return Task.CompletedTask;
        });
        var first = http.RequestServices;
        await using var scope = first.CreateAsyncScope();   // what was read for the first drawing is old
        try
        {
            http.RequestServices = scope.ServiceProvider;
            await page(http);
        }
        finally
        {
            http.RequestServices = first;
        }
    }
}
