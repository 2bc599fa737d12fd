using NetTopologySuite.Geometries;

namespace Linli.Libraries.Tests.Geo;

/// <summary>A district of bent grids that share every edge, vertex for vertex, with no gap between them.</summary>
internal static class Patchwork
{
    private const double West = 114.2, South = 22.6, Size = 0.2;

    public static IEnumerable<(string Code, Geometry Polygon)> Of(int side, int pointsPerEdge = 6)
    {
        for (var row = 0; row < side; row++)
            for (var column = 0; column < side; column++)
                yield return ($"990101{row * side + column:D6}", Cell(row, column, side, pointsPerEdge));
    }

    private static Polygon Cell(int row, int column, int side, int points)
    {
        var ring = new List<Coordinate>();
        for (var i = 0; i < points; i++) ring.Add(At(column * points + i, row * points, side * points));
        for (var i = 0; i < points; i++) ring.Add(At((column + 1) * points, row * points + i, side * points));
        for (var i = 0; i < points; i++) ring.Add(At((column + 1) * points - i, (row + 1) * points, side * points));
        for (var i = 0; i <= points; i++) ring.Add(At(column * points, (row + 1) * points - i, side * points));
        return new(new LinearRing([.. ring]));
    }

    // Both neighbours ask for the same lattice point, so both get the same bits.
    private static Coordinate At(int x, int y, int steps)
    {
        var wave = 0.4 * Size / steps;
        return new(West + Size * x / steps + wave * Math.Sin(y * 1.3) , South + Size * y / steps + wave * Math.Sin(x * 1.7));
    }
}
