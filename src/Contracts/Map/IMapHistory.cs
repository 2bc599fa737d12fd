namespace Linli.Contracts.Map;

/// <summary>A layer that also knows what there was at the end of a past day. The others show today, whatever day is asked for.</summary>
public interface IMapHistory : IMapLayer
{
    /// <summary>What showed in a window at the end of a day of the site; otherwise as <see cref="IMapLayer.FeaturesAsync"/>.</summary>
    Task<IReadOnlyList<MapFeature>> FeaturesAsync(MapWindow window, DateOnly day, CancellationToken ct);

    /// <summary>How many there were at the end of a day of the site; otherwise as <see cref="IMapLayer.CountAsync"/>.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(string division, DateOnly day, CancellationToken ct);
}
