using System.Net.ServerSentEvents;
using Linli.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Linli.Platform.Live;

/// <summary><c>GET /live/{topic}</c>: server-sent events about what changed in a topic, or in several parted by commas, each event then named by its topic, within the caller's scope. Only keys travel; the page fetches what it may see.</summary>
internal static class LiveEndpoint
{
    private static readonly SseItem<string> Heartbeat = new("", "heartbeat");

    public static void MapLive(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/live/{topic}", Get)
            .RequireAuthorization(policy => policy.RequireClaim(AccessClaims.Division))
            .ExcludeFromDescription();

    private static ServerSentEventsResult<string> Get(string topic, LiveFeed feed, IAccess access, IHostApplicationLifetime lifetime, CancellationToken ct) =>
        TypedResults.ServerSentEvents(StreamAsync(topic.Split(','), feed, access, CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping)));

    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(string[] topics, LiveFeed feed, IAccess access, CancellationTokenSource end)
    {
        using var disposed = end;
        await foreach (var change in feed.ListenAsync(end.Token))
        {
            if (change == LiveChange.Heartbeat) yield return Heartbeat;
            else if (topics.Contains(change.Topic) && Concerns(access, change)) yield return new(change.Subject.ToString(), topics.Length > 1 ? change.Topic : null);
        }
    }

    private static bool Concerns(IAccess access, LiveChange change) =>
        access.Sees(change.DivisionCode) && (!access.OwnUnitOnly || change.Unit == access.Unit);
}
