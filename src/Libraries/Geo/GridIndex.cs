using NetTopologySuite.Geometries;

namespace Linli.Geo;

/// <summary>
/// Which grid a position lies in. Built once from all polygons, immutable, safe to share between threads.
/// <para>A position on an edge that two grids share, vertex for vertex, belongs to exactly one of them, always the same. Where grids
/// overlap, the one whose code comes first (ordinal) has the position. Holes are not part of a grid.</para>
/// </summary>
public sealed class GridIndex
{
    private readonly string[] codes;
    private readonly BoundingBox[] boxes;
    private readonly Edges edges;
    private readonly CellRaster raster;

    /// <summary>Builds the index over (code, Polygon or MultiPolygon) pairs in one coordinate system.</summary>
    /// <exception cref="ArgumentException">A geometry without area, or a code given twice.</exception>
    public GridIndex(IEnumerable<(string Code, Geometry Polygon)> grids)
    {
        var sorted = grids.OrderBy(grid => grid.Code, StringComparer.Ordinal).ToList();
        foreach (var (code, polygon) in sorted)
            if (polygon is not IPolygonal || polygon.IsEmpty) throw new ArgumentException($"Grid {code} is no polygon.", nameof(grids));
        codes = [.. sorted.Select(grid => grid.Code)];
        if (codes.Zip(codes.Skip(1)).FirstOrDefault(pair => pair.First == pair.Second) is { First: { } twice })
            throw new ArgumentException($"Grid {twice} is given twice.", nameof(grids));
        boxes = [.. sorted.Select(grid => BoundingBox.Of(grid.Polygon))];
        edges = new(sorted.ConvertAll(grid => grid.Polygon));
        Bounds = boxes.Length > 0 ? boxes.Aggregate((one, other) => one.Union(other)) : null;
        raster = new(Bounds ?? default, codes.Length, edges);
    }

    /// <summary>The codes, in ordinal order.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <summary>The box around all grids; null when there are none.</summary>
    public BoundingBox? Bounds { get; }

    /// <summary>The code of the grid that holds the position, or null.</summary>
    public string? Find(double lon, double lat)
    {
        foreach (var grid in raster.Candidates(lon, lat, out var certain))
            if (certain || edges.Contain(grid, lon, lat)) return codes[grid];
        return null;
    }

    /// <summary>
    /// The grid that holds the position (0 metres) or the nearest one within <paramref name="maxMetres"/>; null when all are farther.
    /// Meant for a few tens of kilometres at most.
    /// </summary>
    public NearGrid? Nearest(double lon, double lat, double maxMetres)
    {
        if (Find(lon, lat) is { } found) return new(found, 0);
        var at = new LonLat(lon, lat);
        var within = BoundingBox.Around(at, maxMetres);
        NearGrid? nearest = null;
        for (var grid = 0; grid < codes.Length; grid++)
        {
            if (!boxes[grid].Intersects(within)) continue;
            var metres = edges.MetresTo(grid, at);
            if (metres <= maxMetres && !(nearest?.Metres <= metres)) nearest = new(codes[grid], metres);
        }
        return nearest;
    }

    /// <summary>How far a position lies from a grid; 0 within it, null where the index does not have it.</summary>
    public double? MetresTo(string code, double lon, double lat)
    {
        var grid = Array.BinarySearch(codes, code, StringComparer.Ordinal);
        return grid < 0 ? null : edges.Contain(grid, lon, lat) ? 0 : edges.MetresTo(grid, new(lon, lat));
    }
}
