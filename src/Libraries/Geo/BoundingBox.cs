using NetTopologySuite.Geometries;

namespace Linli.Geo;

/// <summary>A box in degrees, its edges included.</summary>
public readonly record struct BoundingBox(double West, double South, double East, double North)
{
    /// <summary>The box around a geometry that is not empty.</summary>
    public static BoundingBox Of(Geometry geometry)
    {
        var envelope = geometry.EnvelopeInternal;
        return new(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY);
    }

    /// <summary>The box that reaches at least <paramref name="metres"/> from <paramref name="centre"/> on all sides.</summary>
    public static BoundingBox Around(LonLat centre, double metres)
    {
        var (lon, lat) = centre.MetresPerDegree();
        return new(centre.Lon - metres / lon, centre.Lat - metres / lat, centre.Lon + metres / lon, centre.Lat + metres / lat);
    }

    /// <summary>Whether the position lies within the box or on its edge.</summary>
    public bool Contains(LonLat at) => at.Lon >= West && at.Lon <= East && at.Lat >= South && at.Lat <= North;

    /// <summary>Whether two boxes share a point.</summary>
    public bool Intersects(BoundingBox other) => West <= other.East && other.West <= East && South <= other.North && other.South <= North;

    /// <summary>The box around both.</summary>
    public BoundingBox Union(BoundingBox other) =>
        new(Math.Min(West, other.West), Math.Min(South, other.South), Math.Max(East, other.East), Math.Max(North, other.North));
}
