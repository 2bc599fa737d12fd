using System.Collections.Concurrent;
using Linli.Tiles;
using Microsoft.Extensions.Caching.Memory;

namespace Linli.Map;

/// <summary>Which tile, of which layer, for whom, as of which day; none is now.</summary>
internal readonly record struct TileAddress(string Layer, string View, TileKey Tile, DateOnly? When);

/// <summary>
/// Tiles drawn so far. They go when the live feed tells that their layer has changed, when they have grown old (what is in time now is late
/// later, and a node may miss what it was told), and when there are too many.
/// </summary>
internal sealed class TileCache : IDisposable
{
    private const long MostBytes = 64 << 20;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly MemoryCache tiles = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<string, int> states = new(StringComparer.Ordinal);

    /// <summary>The tile, drawn now if need be. Two who ask at once may both draw it: that costs less than to wait for each other.</summary>
    public async Task<DrawnTile> GetOrDrawAsync(TileAddress address, string? topic, Func<Task<DrawnTile>> draw)
    {
        // The state before the data: a tile that a change has overtaken is kept under a state that nobody asks for.
        var key = (address, State: topic is null ? 0 : states.GetOrAdd(topic, 0));
        if (tiles.TryGetValue(key, out DrawnTile? known)) return known!;
        var drawn = await draw();
        return tiles.Set(key, drawn, new MemoryCacheEntryOptions { Size = drawn.Bytes.Length + 256, AbsoluteExpirationRelativeToNow = Fresh });
    }

    /// <summary>What was drawn of a topic is old.</summary>
    public void Forget(string topic)
    {
        if (states.ContainsKey(topic)) states.AddOrUpdate(topic, 0, (_, state) => state + 1);   // of the others no tile was ever drawn
    }

    /// <summary>All that was drawn is old.</summary>
    public void ForgetAll()
    {
        foreach (var topic in states.Keys) Forget(topic);
    }

    public void Dispose() => tiles.Dispose();
}
