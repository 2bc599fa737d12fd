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
    internal static LiveChange Heartbeat { get; } = new("", "", null, Guid.Empty);
}

/// <summary>
/// Tells open pages that something changed. A slow listener holds nobody up: what comes while many changes of the same topic wait for it
/// is left out, for whoever looks again on one of those sees it as well. Other topics are not washed away by it.
/// </summary>
public sealed class LiveFeed
{
    internal const string Channel = "linli_live";

    private readonly ConcurrentDictionary<Listener, byte> listeners = [];

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
    }

    /// <summary>Tells the listeners of this node.</summary>
    public void Tell(LiveChange change)
    {
        foreach (var listener in listeners.Keys) listener.Tell(change);
    }

    /// <summary>First a heartbeat, which says that the line is open and nothing is missed from then on; then changes, until cancelled.</summary>
    public async IAsyncEnumerable<LiveChange> ListenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var listener = new Listener();
        listeners[listener] = 0;
        await using var end = ct.Register(listener.End);   // ends the loop without an exception
        try
        {
            yield return LiveChange.Heartbeat;
            await foreach (var change in listener.HearAsync()) yield return change;
        }
        finally
        {
            listeners.TryRemove(listener, out _);
        }
    }

    private sealed class Listener
    {
        private const int MostOfATopic = 256;
        private readonly Channel<LiveChange> changes = System.Threading.Channels.Channel.CreateUnbounded<LiveChange>();
        private readonly ConcurrentDictionary<string, int> waiting = [];

        public void Tell(LiveChange change)
        {
            if (waiting.AddOrUpdate(change.Topic, 1, (_, count) => count + 1) <= MostOfATopic) changes.Writer.TryWrite(change);
            else waiting.AddOrUpdate(change.Topic, 0, (_, count) => count - 1);
        }

        public async IAsyncEnumerable<LiveChange> HearAsync()
        {
            await foreach (var change in changes.Reader.ReadAllAsync(CancellationToken.None))
            {
                waiting.AddOrUpdate(change.Topic, 0, (_, count) => count - 1);
                yield return change;
            }
        }

        public void End() => changes.Writer.TryComplete();
    }
}
