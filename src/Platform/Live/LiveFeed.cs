using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Linli.Platform.Data;
using Linli.Platform.Texts;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Live;

/// <summary>Something on a page changed.</summary>
/// <param name="Topic">What, e.g. <c>cases</c>.</param>
/// <param name="DivisionCode">Where; a listener hears only its own divisions.</param>
/// <param name="Unit">The unit that holds it, for listeners who see only their unit's work.</param>
/// <param name="Subject">Key of the thing that changed.</param>
public sealed record LiveChange(string Topic, string DivisionCode, Guid? Unit, Guid Subject)
{
    /// <summary>No change at all: keeps silent lines open.</summary>
    public static LiveChange Heartbeat { get; } = new("", "", null, Guid.Empty);

    /// <summary>Nobody can say what changed: whoever shows anything looks again.</summary>
    public static LiveChange Unknown { get; } = new("*", "", null, Guid.Empty);
}

/// <summary>A change and when this node was told of it; the instants of one line only grow.</summary>
public readonly record struct LiveNews(DateTimeOffset At, LiveChange Change);

/// <summary>
/// Tells open pages that something changed. A slow listener holds nobody up: what comes while many changes of the same topic wait for it
/// is left out, for whoever looks again on one of those sees it as well. Other topics are not washed away by it. What was told lately is
/// remembered: a line opens some time after its page was drawn, or anew after a tunnel, and nothing that fell between is missed.
/// </summary>
public sealed class LiveFeed(TimeProvider clock)
{
    internal const string Channel = "linli_live";
    private const int MostRemembered = 4_096;

    private readonly Lock gate = new();
    private readonly HashSet<Listener> listeners = [];
    private readonly Queue<LiveNews> lately = new();
    private DateTimeOffset known = clock.GetUtcNow();   // all that was told since then is remembered

    /// <summary>Hears each change on this node before any listener does, so that who looks again because of it finds nothing older. It must be quick.</summary>
    internal event Action<LiveChange>? Telling;

    /// <summary>Tells the listeners of every node; on PostgreSQL when the running transaction commits, and not if it does not.</summary>
    public async Task TellAsync(AppDb db, IReadOnlyCollection<LiveChange> changes, CancellationToken ct)
    {
        if (db.IsSqlite)
        {
            foreach (var change in changes) Tell(change);
            return;
        }
        var told = changes.Select(change => JsonSerializer.Serialize(change, Json.Readable)).ToArray();
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, change) FROM unnest({told}) AS change", ct);
        foreach (var change in changes) Telling?.Invoke(change);   // on this node without the way through the database
    }

    /// <summary>Tells the listeners of this node.</summary>
    public void Tell(LiveChange change)
    {
        lock (gate)
        {
            var news = new LiveNews(clock.GetUtcNow(), change);
            if (change != LiveChange.Heartbeat) Telling?.Invoke(change);
            foreach (var listener in listeners) listener.Tell(news);
            if (change == LiveChange.Heartbeat) return;
            lately.Enqueue(news);
            if (lately.Count > MostRemembered) known = lately.Dequeue().At;
        }
    }

    /// <summary>First a heartbeat, which says that the line is open and nothing is missed from then on; then changes, until cancelled.</summary>
    /// <param name="since">What came after this instant is told first; it is <see cref="LiveChange.Unknown"/> where that reaches too far back.</param>
    /// <param name="ct">Ends the line.</param>
    public async IAsyncEnumerable<LiveNews> ListenAsync(DateTimeOffset? since, [EnumeratorCancellation] CancellationToken ct)
    {
        var listener = new Listener();
        lock (gate)
        {
            var now = clock.GetUtcNow();
            listener.Tell(new(now, LiveChange.Heartbeat));
            if (since < known) listener.Tell(new(now, LiveChange.Unknown));
            else foreach (var news in lately.Where(news => news.At > since)) listener.Tell(news);
            listeners.Add(listener);
        }
        await using var end = ct.Register(listener.End);   // ends the loop without an exception
        try
        {
            await foreach (var news in listener.HearAsync()) yield return news;
        }
        finally
        {
            lock (gate) listeners.Remove(listener);
        }
    }

    private sealed class Listener
    {
        private const int MostOfATopic = 256;
        private readonly Channel<LiveNews> told = System.Threading.Channels.Channel.CreateUnbounded<LiveNews>();
        private readonly ConcurrentDictionary<string, int> waiting = [];

        public void Tell(LiveNews news)
        {
            var topic = news.Change.Topic;
            if (waiting.AddOrUpdate(topic, 1, (_, count) => count + 1) <= MostOfATopic) told.Writer.TryWrite(news);
            else waiting.AddOrUpdate(topic, 0, (_, count) => count - 1);
        }

        public async IAsyncEnumerable<LiveNews> HearAsync()
        {
            await foreach (var news in told.Reader.ReadAllAsync(CancellationToken.None))
            {
                waiting.AddOrUpdate(news.Change.Topic, 0, (_, count) => count - 1);
                yield return news;
            }
        }

        public void End() => told.Writer.TryComplete();
    }
}
