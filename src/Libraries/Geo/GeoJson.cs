using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Linli.Geo;

/// <summary>
/// Reads and writes GeoJSON (RFC 7946) with points, polygons and multipolygons. A bad feature does not stop a file: it is refused with
/// its name and reason, and the rest is read.
/// </summary>
public static class GeoJson
{
    /// <summary>Reads a FeatureCollection or a single Feature; positions come out in WGS-84.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="system">What the file's positions are in.</param>
    /// <param name="repair">Make polygons valid that cross or touch themselves, as published boundaries often do, and say so.</param>
    public static GeoJsonFile Read(Stream json, CoordinateSystem system = CoordinateSystem.Wgs84, bool repair = false)
    {
        try
        {
            return Read(JsonSerializer.Deserialize<JsonElement>(json), system, repair);
        }
        catch (JsonException)
        {
            return NotGeoJson;
        }
    }

    /// <inheritdoc cref="Read(Stream, CoordinateSystem, bool)"/>
    public static GeoJsonFile Read(string json, CoordinateSystem system = CoordinateSystem.Wgs84, bool repair = false)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Read(stream, system, repair);
    }

    /// <summary>A shape alone, as it is kept in a database column, in WGS-84.</summary>
    /// <exception cref="FormatException">Not a point, polygon or multipolygon, or not a valid one.</exception>
    public static Geometry ReadGeometry(string json)
    {
        try
        {
            return GeoJsonShapes.Valid(new GeoJsonShapes(CoordinateSystem.Wgs84).Read(JsonSerializer.Deserialize<JsonElement>(json)));
        }
        catch (Exception wrong) when (wrong is JsonException or GeoJsonException)
        {
            throw new FormatException("Not a GeoJSON shape.", wrong);
        }
    }

    /// <summary>Writes a FeatureCollection in WGS-84, positions rounded to 7 decimals (about 1 cm).</summary>
    public static void Write(Stream stream, IEnumerable<GeoFeature> features) => GeoJsonWriting.Collection(stream, features);

    /// <summary>A shape alone, as <see cref="ReadGeometry"/> reads it.</summary>
    public static string WriteGeometry(Geometry geometry) => GeoJsonWriting.Shape(geometry);

    private static GeoJsonFile NotGeoJson => new([], [new(GeoJsonFault.NotGeoJson, "-")], []);

    private static GeoJsonFile Read(JsonElement root, CoordinateSystem system, bool repair)
    {
        IEnumerable<JsonElement>? elements = root.Text("type") switch
        {
            "FeatureCollection" when root.Array("features") is { } array => array.EnumerateArray(),
            "Feature" => [root],
            _ => null,
        };
        if (elements is null) return NotGeoJson;
        var shapes = new GeoJsonShapes(system);
        var (features, errors, repairs) = (new List<GeoFeature>(), new List<GeoJsonError>(), new List<GeoJsonError>());
        foreach (var (index, element) in elements.Index())
        {
            try
            {
                var shape = shapes.Read(element.Member("geometry"));
                if (repair && GeoJsonShapes.Fault(shape) is { } fault)
                {
                    shape = GeometryFixer.Fix(shape);
                    if (shape.IsEmpty) throw fault;
                    repairs.Add(new(fault.Fault, Name(element, index), fault.At));
                }
                features.Add(new(GeoJsonShapes.Valid(shape), Properties(element)));
            }
            catch (GeoJsonException refused)
            {
                errors.Add(new(refused.Fault, Name(element, index), refused.At));
            }
        }
        return new(features, errors, repairs);
    }

    private static Dictionary<string, JsonElement> Properties(JsonElement feature)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (feature.Member("properties") is { ValueKind: JsonValueKind.Object } properties)
            foreach (var property in properties.EnumerateObject()) found[property.Name] = property.Value;
        return found;
    }

    private static string Name(JsonElement feature, int index)
    {
        var properties = feature.Member("properties");
        var names = new[] { feature.Member("id"), properties.Member("name"), properties.Member("code"), properties.Member("adcode") };
        var name = names.Select(each => each.ToString()).FirstOrDefault(each => each.Length > 0);
        return name is null ? $"#{index + 1}" : $"#{index + 1} {name}";
    }
}
