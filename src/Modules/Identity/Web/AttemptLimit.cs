using System.Collections.Concurrent;
using Linli.Identity.Sessions;
using Linli.Platform;
using Microsoft.Extensions.Options;

namespace Linli.Identity.Web;

/// <summary>
/// Counts the failed sign-ins of an address: as many a minute as <c>Linli:Limits:SignIns</c> says. Honest ones do not count, or an office behind
/// one address would lock itself out in the morning. In the memory of this node: it slows guessing, the lock of the account stops it.
/// </summary>
internal sealed class AttemptLimit(IOptions<LinliOptions> options, TimeProvider clock)
{
    private const int MostAddresses = 50_000;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Window> windows = new(StringComparer.Ordinal);

    /// <summary>Counts one more attempt; false when there were too many.</summary>
    public bool TryTake(Origin origin)
    {
        var now = clock.GetUtcNow();
        if (windows.Count >= MostAddresses) windows.Clear();
        var window = windows.AddOrUpdate(origin.Address, _ => new(now, 1), (_, old) => old.Since + Length <= now ? new(now, 1) : old with { Count = old.Count + 1 });
        return window.Count <= options.Value.Limits.SignIns;
    }

    /// <summary>Takes back an attempt that turned out to be honest.</summary>
    public void GiveBack(Origin origin)
    {
        if (windows.TryGetValue(origin.Address, out var window)) windows.TryUpdate(origin.Address, window with { Count = window.Count - 1 }, window);
    }

    private sealed record Window(DateTimeOffset Since, int Count);
}
