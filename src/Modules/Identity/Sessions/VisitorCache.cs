using System.Collections.Concurrent;

namespace Linli.Identity.Sessions;

/// <summary>
/// Spares the database a look-up on every request. What this node changes it forgets at once; what another node changed is noticed within
/// ten seconds.
/// </summary>
internal sealed class VisitorCache(TimeProvider clock)
{
    private const int Most = 20_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, Entry> entries = [];
    private int generation;

    public async ValueTask<Visitor?> GetAsync(Guid key, Func<Task<Visitor?>> read)
    {
        var now = clock.GetUtcNow();
        if (entries.TryGetValue(key, out var entry) && entry.Until > now) return entry.Visitor;
        var before = Volatile.Read(ref generation);
        var visitor = await read();
        if (entries.Count >= Most) entries.Clear();
        if (visitor is not null && before == Volatile.Read(ref generation)) entries[key] = new(visitor, now + Lifetime);   // else it was read before a change
        else entries.TryRemove(key, out _);
        return visitor;
    }

    /// <summary>Forgets everything known of an account, resident or API key. Call it after the change is saved.</summary>
    public void Forget(Guid owner)
    {
        Interlocked.Increment(ref generation);
        foreach (var (key, _) in entries.Where(e => e.Value.Visitor.Id == owner)) entries.TryRemove(key, out _);
    }

    /// <summary>Forgets everybody, because a role or who serves which grid changed.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref generation);
        entries.Clear();
    }

    private sealed record Entry(Visitor Visitor, DateTimeOffset Until);
}
