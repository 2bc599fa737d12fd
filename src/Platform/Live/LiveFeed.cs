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

/// <summary>Tells open pages that something changed. A slow listener misses changes rather than holding others up.</summary>
public sealed class LiveFeed
{
    internal const string Channel = "linli_live";

    private readonly ConcurrentDictionary<Channel<LiveChange>, byte> listeners = [];

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
        foreach (var listener in listeners.Keys) listener.Writer.TryWrite(change);
    }

    /// <summary>Changes from now on, until cancelled.</summary>
    public async IAsyncEnumerable<LiveChange> ListenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var channel = System.Threading.Channels.Channel.CreateBounded<LiveChange>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = 0;
        await using var end = ct.Register(() => channel.Writer.TryComplete());   // ends the loop without an exception
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(CancellationToken.None)) yield return change;
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }
}
