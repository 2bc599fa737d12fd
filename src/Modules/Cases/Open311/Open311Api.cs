using Linli.Platform.Idempotency;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Linli.Cases.Open311;

/// <summary>
/// Open311 GeoReport v2 with the updates extension (http://wiki.open311.org/GeoReport_v2), in earnest and to try out: what is posted to the
/// test endpoint is checked and answered alike, and not kept. Reading is public, see <see cref="RequestsHandler"/>.
/// </summary>
internal static class Open311Api
{
    public const string Production = "/open311/v2", Test = "/open311/test/v2";
    private static readonly string[] Formats = [".json", ".xml"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var root = endpoints.MapGroup("/open311").AllowAnonymous().RequireRateLimiting(RateLimits.Lookup).ExcludeFromDescription();
        foreach (var format in Formats)
        {
            root.MapGet("discovery" + format, (DiscoveryHandler handler) => handler.Handle());
            foreach (var (prefix, trial) in new[] { (Production, false), (Test, true) }) Map(endpoints.MapGroup(prefix).AllowAnonymous().ExcludeFromDescription(), format, trial);
        }
        root.MapFallback("{**rest}", (GeoReportRefusals refusals) => refusals.Of(StatusCodes.Status404NotFound, "Open311.UnknownAddress"));
    }

    private static void Map(RouteGroupBuilder api, string format, bool trial)
    {
        var reading = api.MapGroup("").RequireRateLimiting(RateLimits.Lookup);
        reading.MapGet("services" + format, (ServicesHandler handler, HttpContext http, GeoReportRefusals refusals, CancellationToken ct) => AnswerAsync(http, refusals, _ => handler.ListAsync(ct)));
        reading.MapGet("services/{code}" + format, (string code, ServicesHandler handler, HttpContext http, GeoReportRefusals refusals, CancellationToken ct) => AnswerAsync(http, refusals, _ => handler.DefineAsync(code, ct)));
        reading.MapGet("requests" + format, (RequestsHandler handler, HttpContext http, GeoReportRefusals refusals, CancellationToken ct) => AnswerAsync(http, refusals, words => handler.ListAsync(words, ct)));
        reading.MapGet("requests/{id}" + format, (string id, RequestsHandler handler, HttpContext http, GeoReportRefusals refusals, CancellationToken ct) => AnswerAsync(http, refusals, _ => handler.OneAsync(id, ct)));
        reading.MapGet("tokens/{token}" + format, (string token, PostRequestHandler handler, HttpContext http, GeoReportRefusals refusals, CancellationToken ct) => AnswerAsync(http, refusals, _ => handler.TokenAsync(token, ct)));
        reading.MapGet("servicerequestupdates" + format, (UpdatesHandler handler, HttpContext http, GeoReportRefusals refusals, CancellationToken ct) => AnswerAsync(http, refusals, words => handler.ListAsync(words, ct)));

        var writing = api.MapGroup("").RequireRateLimiting(RateLimits.PublicWrite);
        writing.MapPost("requests" + format, (PostRequestHandler handler, HttpContext http, GeoReportRefusals refusals, CancellationToken ct) =>
            AnswerAsync(http, refusals, words => handler.HandleAsync(words, http.Request.Headers[IdempotentEndpoint.Header] is [{ Length: > 0 } key] ? key : null, trial, ct)));
        writing.MapPost("servicerequestupdates" + format, (PostUpdateHandler handler, HttpContext http, GeoReportRefusals refusals, CancellationToken ct) => AnswerAsync(http, refusals, words => handler.HandleAsync(words, trial, ct)));
    }

    /// <summary>Reads the words of a request, looks at key and place, and answers.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext http, GeoReportRefusals refusals, Func<GeoReportWords, Task<GeoReportAnswer>> answer)
    {
        GeoReportWords words;
        try
        {
            words = await GeoReportWords.ReadAsync(http);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return refusals.Of(StatusCodes.Status400BadRequest, "Open311.BadForm");
        }
        return refusals.AtTheDoor(words) ?? await answer(words);
    }
}
