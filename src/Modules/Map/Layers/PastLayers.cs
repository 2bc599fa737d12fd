using Linli.Contracts.Map;

namespace Linli.Map;

/// <summary>Layers as they were at the end of a day, where a day is asked for and the layer knows.</summary>
internal static class PastLayers
{
    public static Task<IReadOnlyList<MapFeature>> FeaturesAsync(this IMapLayer layer, MapWindow window, DateOnly? when, CancellationToken ct) =>
        when is { } day && layer is IMapHistory past ? past.FeaturesAsync(window, day, ct) : layer.FeaturesAsync(window, ct);

    public static Task<IReadOnlyDictionary<string, int>> CountAsync(this IMapLayer layer, string division, DateOnly? when, CancellationToken ct) =>
        when is { } day && layer is IMapHistory past ? past.CountAsync(division, day, ct) : layer.CountAsync(division, ct);

    /// <summary>The list behind a count; lists are of today.</summary>
    public static string? ListOf(this IMapLayer layer, string division, DateOnly? when) => when is not null && layer is IMapHistory ? null : layer.ListOf(division);
}
