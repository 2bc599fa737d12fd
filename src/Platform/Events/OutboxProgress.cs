namespace Linli.Platform.Events;

/// <summary>How many events were published on this node, and how many of them its listeners have heard.</summary>
public sealed class OutboxProgress : IDisposable
{
    private readonly SemaphoreSlim news = new(0, 1);
    private long published, heard;

    /// <summary>Whether something has happened that the listeners are still to hear of: what is remembered for them may be older than that.</summary>
    public bool IsBehind => Interlocked.Read(ref heard) < Interlocked.Read(ref published);

    internal long Published => Interlocked.Read(ref published);

    /// <summary>An event is durable.</summary>
    internal void Publish()
    {
        Interlocked.Increment(ref published);
        lock (news)
            if (news.CurrentCount == 0) news.Release();
    }

    /// <summary>The listeners have heard all that was published before there were so many.</summary>
    internal void Hear(long count)
    {
        lock (news) heard = Math.Max(heard, count);
    }

    /// <summary>Until something is published here, or the time is up: other nodes and later attempts make no sound.</summary>
    internal Task WaitAsync(TimeSpan most, CancellationToken ct) => news.WaitAsync(most, ct);

    /// <inheritdoc/>
    public void Dispose() => news.Dispose();
}
