using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NetTopologySuite.Geometries;

namespace Linli.Geo;

/// <summary>Writes GeoJSON.</summary>
internal static class GeoJsonWriting
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Collection(Stream stream, IEnumerable<GeoFeature> features)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var feature in features) Feature(json, feature);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static string Shape(Geometry geometry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) Shape(json, geometry);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Feature(Utf8JsonWriter json, GeoFeature feature)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        foreach (var (name, value) in feature.Properties)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        Shape(json, feature.Geometry);
        json.WriteEndObject();
    }

    private static void Shape(Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType);
        json.WritePropertyName("coordinates");
        switch (geometry)
        {
            case Point point: Position(json, point.Coordinate); break;
            case Polygon polygon: Rings(json, polygon); break;
            case MultiPolygon many: Each(json, many.Geometries, part => Rings(json, (Polygon)part)); break;
            default: throw new ArgumentException($"{geometry.GeometryType} is not written.", nameof(geometry));
        }
        json.WriteEndObject();
    }

    // RFC 7946 wants shells counterclockwise and holes clockwise.
    private static void Rings(Utf8JsonWriter json, Polygon polygon) =>
        Each(json, [polygon.Shell, .. polygon.Holes], ring =>
            Each(json, ring.IsCCW == (ring == polygon.Shell) ? ring.Coordinates : ring.Reverse().Coordinates, at => Position(json, at)));

    private static void Each<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, Coordinate at)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(at.X, 7));
        json.WriteNumberValue(Math.Round(at.Y, 7));
        json.WriteEndArray();
    }
}
