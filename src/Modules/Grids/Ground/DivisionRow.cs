using Linli.Contracts.Grids;
using Linli.Geo;
using NetTopologySuite.Geometries;

namespace Linli.Grids;

/// <summary>A division as it is stored, with its boundary.</summary>
internal sealed class DivisionRow
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required DivisionLevel Level { get; set; }
    public string? ParentCode { get; set; }

    /// <summary>GeoJSON Polygon or MultiPolygon, WGS-84; null when it was never drawn.</summary>
    public string? Boundary { get; private set; }

    public double? West { get; private set; }
    public double? South { get; private set; }
    public double? East { get; private set; }
    public double? North { get; private set; }

    /// <summary>A point inside, good for a label.</summary>
    public double? Longitude { get; private set; }
    public double? Latitude { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes another name, level or parent.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Describe(string name, DivisionLevel level, string? parent)
    {
        if (Name == name && Level == level && ParentCode == parent) return false;
        (Name, Level, ParentCode, Version) = (name, level, parent, Version + 1);
        return true;
    }

    /// <summary>Takes another boundary.</summary>
    /// <returns>Whether it differs from the one before.</returns>
    public bool Draw(Geometry shape)
    {
        var text = GeoJson.WriteGeometry(shape);
        if (text == Boundary) return false;
        var (box, inside) = (BoundingBox.Of(shape), shape.InteriorPoint);
        (West, South, East, North) = (box.West, box.South, box.East, box.North);
        (Longitude, Latitude) = (inside.X, inside.Y);
        (Boundary, Version) = (text, Version + 1);
        return true;
    }
}
