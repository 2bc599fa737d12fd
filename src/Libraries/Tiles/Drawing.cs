using NetTopologySuite.Geometries;

namespace Linli.Tiles;

/// <summary>The kinds of geometry of the format, by their numbers in it.</summary>
internal enum DrawnKind
{
    Points = 1,
    Lines = 2,
    Polygons = 3,
}

/// <summary>A geometry as it shows in a tile. Rings are open; a shell runs clockwise on the screen and is followed by its holes, which run the other way.</summary>
internal sealed record Drawing(DrawnKind Kind, IReadOnlyList<List<(int X, int Y)>> Parts)
{
    /// <summary>A quarter of a pixel of a tile 512 pixels wide.</summary>
    private const double Tolerance = 2;

    /// <summary>What shows of a geometry in WGS-84; null when nothing does. A point belongs to one tile only, others to all they touch.</summary>
    public static Drawing? Of(Geometry geometry, TileKey tile)
    {
        var parts = new List<List<(int X, int Y)>>();
        var kind = geometry.Dimension switch { Dimension.Point => DrawnKind.Points, Dimension.Curve => DrawnKind.Lines, _ => DrawnKind.Polygons };
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            switch (geometry.GetGeometryN(i))
            {
                case Point { IsEmpty: false } point: AddPoint(parts, Project(point.Coordinate, tile)); break;
                case LineString { IsEmpty: false } line: AddLine(parts, Project(line.Coordinates, tile)); break;
                case Polygon { IsEmpty: false } polygon: AddPolygon(parts, polygon, tile); break;
            }
        }
        return parts.Count > 0 ? new(kind, parts) : null;
    }

    private static void AddPoint(List<List<(int X, int Y)>> parts, TilePoint at)
    {
        if (at is { X: >= 0 and < VectorTile.Extent, Y: >= 0 and < VectorTile.Extent }) parts.Add([((int)at.X, (int)at.Y)]);
    }

    private static void AddLine(List<List<(int X, int Y)>> parts, List<TilePoint> line)
    {
        foreach (var part in Clipping.Line(Thinning.Thin(line, Tolerance)))
            if (Outline.Snap(part) is { Count: > 1 } snapped) parts.Add(snapped);
    }

    private static void AddPolygon(List<List<(int X, int Y)>> parts, Polygon polygon, TileKey tile)
    {
        if (Ring(polygon.ExteriorRing, tile, clockwise: true) is not { } shell) return;
        parts.Add(shell);
        foreach (var hole in polygon.InteriorRings)
            if (Ring(hole, tile, clockwise: false) is { } ring) parts.Add(ring);
    }

    private static List<(int X, int Y)>? Ring(LineString line, TileKey tile, bool clockwise)
    {
        var ring = Outline.Snap(Clipping.Ring(Thinning.Thin(Project(line.Coordinates, tile), Tolerance)));
        if (ring.Count > 0 && ring[0] == ring[^1]) ring.RemoveAt(ring.Count - 1);
        var twice = Outline.Twice(ring);
        if (twice == 0) return null;
        if (twice > 0 != clockwise) ring.Reverse();
        return ring;
    }

    private static List<TilePoint> Project(Coordinate[] line, TileKey tile) => [.. line.Select(at => Project(at, tile))];

    private static TilePoint Project(Coordinate at, TileKey tile)
    {
        var tiles = (double)(1 << tile.Zoom);
        return new((Mercator.X(at.X) * tiles - tile.X) * VectorTile.Extent, (Mercator.Y(at.Y) * tiles - tile.Y) * VectorTile.Extent);
    }
}
