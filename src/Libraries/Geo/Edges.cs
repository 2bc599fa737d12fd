using NetTopologySuite.Geometries;

namespace Linli.Geo;

/// <summary>
/// The edges of many polygons, flat and in one array. Each runs upwards whichever way its ring went, so that two polygons that share
/// an edge compute exactly the same crossing, and a point on it falls to exactly one of them.
/// </summary>
internal sealed class Edges
{
    private readonly Edge[] all;
    private readonly int[] starts;

    public Edges(IReadOnlyList<Geometry> polygons)
    {
        var found = new List<Edge>();
        starts = new int[polygons.Count + 1];
        for (var polygon = 0; polygon < polygons.Count; polygon++)
        {
            foreach (var ring in PolygonOutline.Rings(polygons[polygon])) Add(ring.CoordinateSequence, found);
            starts[polygon + 1] = found.Count;
        }
        all = [.. found];
    }

    public ReadOnlySpan<Edge> Of(int polygon) => all.AsSpan(starts[polygon], starts[polygon + 1] - starts[polygon]);

    /// <summary>Even-odd rule with a ray to the east: lower ends belong to an edge, upper ends do not, and an edge belongs to its right.</summary>
    public bool Contain(int polygon, double lon, double lat)
    {
        var inside = false;
        foreach (ref readonly var edge in Of(polygon))
            if (edge.South <= lat && lat < edge.North && lon < edge.LonAt(lat)) inside = !inside;
        return inside;
    }

    /// <summary>Distance in metres from a position to the nearest edge; flat, so good for some tens of kilometres.</summary>
    public double MetresTo(int polygon, LonLat at)
    {
        var (perLon, perLat) = at.MetresPerDegree();
        var nearest = double.MaxValue;
        foreach (ref readonly var edge in Of(polygon))
        {
            var (x, y) = ((edge.LonSouth - at.Lon) * perLon, (edge.South - at.Lat) * perLat);
            var (dx, dy) = ((edge.LonNorth - edge.LonSouth) * perLon, (edge.North - edge.South) * perLat);
            var length = dx * dx + dy * dy;
            var along = length > 0 ? Math.Clamp(-(x * dx + y * dy) / length, 0, 1) : 0;
            nearest = Math.Min(nearest, double.Hypot(x + along * dx, y + along * dy));
        }
        return nearest;
    }

    private static void Add(CoordinateSequence ring, List<Edge> edges)
    {
        for (var i = 1; i < ring.Count; i++)
            edges.Add(Edge.Between(ring.GetX(i - 1), ring.GetY(i - 1), ring.GetX(i), ring.GetY(i)));
    }
}

/// <summary>One edge from its southern to its northern end.</summary>
internal readonly record struct Edge(double LonSouth, double South, double LonNorth, double North, double Slope)
{
    public double West => Math.Min(LonSouth, LonNorth);

    public double East => Math.Max(LonSouth, LonNorth);

    public static Edge Between(double lon1, double lat1, double lon2, double lat2) =>
        lat1 <= lat2 ? Upwards(lon1, lat1, lon2, lat2) : Upwards(lon2, lat2, lon1, lat1);

    public double LonAt(double lat) => LonSouth + (lat - South) * Slope;

    private static Edge Upwards(double lonSouth, double south, double lonNorth, double north) =>
        new(lonSouth, south, lonNorth, north, north > south ? (lonNorth - lonSouth) / (north - south) : 0);
}
