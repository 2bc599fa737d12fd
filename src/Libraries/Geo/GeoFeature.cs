using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Linli.Geo;

/// <summary>A feature of a map file: its shape and what is said of it.</summary>
public sealed record GeoFeature(Geometry Geometry, IReadOnlyDictionary<string, JsonElement> Properties)
{
    /// <summary>A feature that says nothing but its shape.</summary>
    public GeoFeature(Geometry geometry) : this(geometry, new Dictionary<string, JsonElement>(StringComparer.Ordinal)) { }

    /// <summary>A property as text, numbers as they were written; null when it is absent or empty.</summary>
    public string? Text(string property) =>
        Properties.TryGetValue(property, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
}
