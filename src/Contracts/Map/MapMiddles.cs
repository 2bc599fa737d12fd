using Linli.Contracts.Grids;
using NetTopologySuite.Geometries;

namespace Linli.Contracts.Map;

/// <summary>What is known by division stands in the middle of it.</summary>
public static class MapMiddles
{
    /// <summary>The middle of a division, where it lies in the window; null elsewhere, and where the division is not drawn.</summary>
    public static Point? Middle(this MapWindow window, Division? division) =>
        division is { Longitude: { } longitude, Latitude: { } latitude } && window.Box.Contains(new(longitude, latitude)) ? new(longitude, latitude) : null;

    /// <summary>Counts by division and kind, each in the middle of its division.</summary>
    public static IEnumerable<MapFeature> InMiddles(this MapWindow window, IDivisions divisions, IEnumerable<(string Division, string Kind, int Count)> counts) =>
        from count in counts
        let middle = window.Middle(divisions.Find(count.Division))
        where middle is not null
        select new MapFeature(middle, count.Kind, Count: count.Count);
}
