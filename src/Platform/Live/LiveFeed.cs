using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Linli.Platform.Live;

/// <summary>Something on a page changed.</summary>
/// <param name="Topic">What, e.g. <c>cases</c>.</param>
/// <param name="DivisionCode">Where; a listener hears only its own divisions.</param>
/// <param name="Unit">The unit that holds it, for listeners who see only their unit's work.</param>
/// <param name="Subject">Key of the thing that changed.</param>
public sealed record LiveChange(string Topic, string DivisionCode, Guid? Unit, Guid Subject);

/// <summary>Tells open pages that something changed. A slow listener misses changes rather than holding others up.</summary>
public sealed class LiveFeed
{
    private readonly ConcurrentDictionary<Channel<LiveChange>, byte> listeners = [];

    /// <summary>Tells the listeners of this node.</summary>
    public void Tell(LiveChange change)
    {
        foreach (var listener in listeners.Keys) listener.Writer.TryWrite(change);
    }

    /// <summary>Changes from now on, until cancelled.</summary>
    public async IAsyncEnumerable<LiveChange> ListenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateBounded<LiveChange>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = 0;
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(ct)) yield return change;
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }
}
