using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Linli.Geo;

/// <summary>Reads shapes whose positions are in one coordinate system, and checks them.</summary>
internal sealed class GeoJsonShapes(CoordinateSystem system)
{
    private const int Wgs84Srid = 4326;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), Wgs84Srid);

    public Geometry Read(JsonElement shape)
    {
        var coordinates = shape.Member("coordinates");
        return shape.Text("type") switch
        {
            "Point" => Factory.CreatePoint(Position(coordinates)),
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. Items(coordinates).Select(Polygon)]),
            _ => throw new GeoJsonException(GeoJsonFault.UnsupportedShape),
        };
    }

    public static Geometry Valid(Geometry geometry) => Fault(geometry) is { } fault ? throw fault : geometry;

    /// <summary>What breaks the rules for polygons, if anything.</summary>
    public static GeoJsonException? Fault(Geometry geometry) => new IsValidOp(geometry).ValidationError is { } error
        ? new(Crosses(error) ? GeoJsonFault.SelfIntersection : GeoJsonFault.InvalidPolygon, At(error.Coordinate))
        : null;

    private static bool Crosses(TopologyValidationError error) =>
        error.ErrorType is TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection;

    private static JsonElement.ArrayEnumerator Items(JsonElement array) =>
        array.ValueKind is JsonValueKind.Array && array.GetArrayLength() > 0 ? array.EnumerateArray() : throw new GeoJsonException(GeoJsonFault.BadCoordinates);

    private Polygon Polygon(JsonElement coordinates)
    {
        var rings = Items(coordinates).Select(Ring).ToArray();
        return Factory.CreatePolygon(rings[0], rings[1..]);
    }

    private LinearRing Ring(JsonElement coordinates)
    {
        var positions = Items(coordinates).Select(Position).ToArray();
        if (positions.Length < 4) throw new GeoJsonException(GeoJsonFault.TooFewPoints, At(positions[0]));
        if (!positions[0].Equals2D(positions[^1])) throw new GeoJsonException(GeoJsonFault.UnclosedRing, At(positions[^1]));
        return Factory.CreateLinearRing(positions);
    }

    // A third number, the height, is allowed and dropped.
    private Coordinate Position(JsonElement coordinates)
    {
        if (Items(coordinates).Take(3).ToArray() is not [{ ValueKind: JsonValueKind.Number } x, { ValueKind: JsonValueKind.Number } y, ..])
            throw new GeoJsonException(GeoJsonFault.BadCoordinates);
        var (lon, lat) = (x.GetDouble(), y.GetDouble());
        if (Math.Abs(lon) > 180 || Math.Abs(lat) > 90) throw new GeoJsonException(GeoJsonFault.OutOfRange, new(lon, lat));
        var at = Coordinates.From(system, lon, lat);
        return new(at.Lon, at.Lat);
    }

    private static LonLat At(Coordinate coordinate) => new(coordinate.X, coordinate.Y);
}
