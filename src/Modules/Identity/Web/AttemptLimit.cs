using System.Collections.Concurrent;

namespace Linli.Identity.Web;

/// <summary>Counts attempts by a key (an address) in windows of time. In the memory of this node: it slows guessing, it keeps no record.</summary>
internal sealed class AttemptLimit(TimeProvider clock)
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<string, Window> windows = new(StringComparer.Ordinal);

    /// <summary>Counts one more attempt; false when there were already <paramref name="most"/>.</summary>
    public bool TryTake(string key, int most, TimeSpan within)
    {
        var now = clock.GetUtcNow();
        if (windows.Count >= Most) windows.Clear();
        var window = windows.AddOrUpdate(key, _ => new(now, 1), (_, old) => old.Since + within <= now ? new(now, 1) : old with { Count = old.Count + 1 });
        return window.Count <= most;
    }

    /// <summary>Takes an attempt back that turned out to be honest.</summary>
    public void GiveBack(string key)
    {
        if (windows.TryGetValue(key, out var window)) windows.TryUpdate(key, window with { Count = window.Count - 1 }, window);
    }

    private sealed record Window(DateTimeOffset Since, int Count);
}
