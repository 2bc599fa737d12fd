using Linli.Geo;

namespace Linli.Tiles;

/// <summary>
/// Groups points that would lie on each other on the screen: those of one cell of a grid, eight by eight to a tile. Cells never reach
/// over the edge of a tile, so each tile can be grouped alone, and a map of many tiles shows every point once.
/// </summary>
public static class GridClusters
{
    /// <summary>Cells along the edge of a tile: 64 pixels each where a tile has 512.</summary>
    public const int PerTile = 8;

    /// <summary>The points in groups, in the order in which their cells come up.</summary>
    /// <param name="points">The points.</param>
    /// <param name="at">Where one is, WGS-84.</param>
    /// <param name="zoom">The zoom of the tile.</param>
    public static IEnumerable<Cluster<T>> Of<T>(IEnumerable<T> points, Func<T, LonLat> at, int zoom)
    {
        var cells = (double)(1 << zoom) * PerTile;
        return points.GroupBy(point => ((long)(Mercator.X(at(point).Lon) * cells), (long)(Mercator.Y(at(point).Lat) * cells)))
            .Select(cell => new Cluster<T>(new(cell.Average(point => at(point).Lon), cell.Average(point => at(point).Lat)), [.. cell]));
    }
}

/// <summary>Points of one cell.</summary>
/// <param name="Centre">The mean of their positions, which lies in the cell too.</param>
/// <param name="Items">The points.</param>
public sealed record Cluster<T>(LonLat Centre, IReadOnlyList<T> Items);
