using System.Collections.Concurrent;
using Linli.Identity.Sessions;
using Linli.Platform;
using Microsoft.Extensions.Options;

namespace Linli.Identity.Web;

/// <summary>
/// Counts what an address tries: as often a minute as <c>Linli:Limits:SignIns</c> says. Sign-ins that succeed are given back, or an office behind
/// one address would lock itself out in the morning. In the memory of this node: it slows guessing, the lock of the account stops it.
/// </summary>
internal sealed class AttemptLimit(IOptions<LinliOptions> options, TimeProvider clock)
{
    private const int MostAddresses = 50_000;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string What, string Address), Window> windows = [];

    /// <summary>Counts one more attempt; false when there were too many.</summary>
    public bool TryTake(string what, Origin origin)
    {
        var now = clock.GetUtcNow();
        if (windows.Count >= MostAddresses) windows.Clear();
        var window = windows.AddOrUpdate((what, origin.Address), _ => new(now, 1), (_, old) => old.Since + Length <= now ? new(now, 1) : old with { Count = old.Count + 1 });
        return window.Count <= options.Value.Limits.SignIns;
    }

    /// <summary>Takes back an attempt that turned out to be honest.</summary>
    public void GiveBack(string what, Origin origin)
    {
        var key = (what, origin.Address);
        if (windows.TryGetValue(key, out var window)) windows.TryUpdate(key, window with { Count = window.Count - 1 }, window);
    }

    private sealed record Window(DateTimeOffset Since, int Count);
}
