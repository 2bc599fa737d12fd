using System.Globalization;
using System.Net.ServerSentEvents;
using Linli.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Linli.Platform.Live;

/// <summary>
/// <c>GET /live/{topic}?since=</c>: server-sent events about what changed in a topic, or in several parted by commas, each event then named by its
/// topic, within the caller's scope. Only keys travel; the page fetches what it may see. <c>since</c> is when the page was drawn, in ticks; a browser
/// that opens the line anew says of itself which event it heard last.
/// </summary>
internal static class LiveEndpoint
{
    public static void MapLive(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/live/{topic}", Get)
            .RequireAuthorization(policy => policy.RequireClaim(AccessClaims.Division))
            .ExcludeFromDescription();

    private static ServerSentEventsResult<string> Get(string topic, string? since, [FromHeader(Name = "Last-Event-ID")] string? last, LiveFeed feed, IAccess access, IHostApplicationLifetime lifetime, CancellationToken ct) =>
        TypedResults.ServerSentEvents(StreamAsync(topic.Split(','), Instant(last) ?? Instant(since), feed, access, CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping)));

    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(string[] topics, DateTimeOffset? since, LiveFeed feed, IAccess access, CancellationTokenSource end)
    {
        using var disposed = end;
        await foreach (var (at, change) in feed.ListenAsync(since, end.Token))
        {
            var id = at.UtcTicks.ToString(CultureInfo.InvariantCulture);
            if (change == LiveChange.Heartbeat) yield return new("", "heartbeat") { EventId = id };
            else
                foreach (var topic in change == LiveChange.Unknown ? topics : topics.Where(topic => topic == change.Topic && Concerns(access, change)))
                    yield return new(change.Subject.ToString(), topics.Length > 1 ? topic : null) { EventId = id };
        }
    }

    private static DateTimeOffset? Instant(string? ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateTimeOffset.MaxValue.UtcTicks ? new(number, TimeSpan.Zero) : null;

    private static bool Concerns(IAccess access, LiveChange change) =>
        access.Sees(change.DivisionCode) && (!access.OwnUnitOnly || change.Unit == access.Unit);
}
