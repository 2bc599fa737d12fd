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

    /// <summary>Since when the boundary holds; null: as far back as anybody asks.</summary>
    public DateTimeOffset? DrawnAt { get; private set; }

    /// <summary>When it was split or merged away. Its code is never given again, and its name stays for what happened there.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Codes of the divisions that have its ground since.</summary>
    public string[] Successors { get; private set; } = [];

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
    /// <param name="shape">Polygon or MultiPolygon, WGS-84.</param>
    /// <param name="since">Since when it holds; null for one that was never drawn before: as far back as anybody asks.</param>
    /// <returns>Whether it differs from the one before.</returns>
    public bool Draw(Geometry shape, DateTimeOffset? since = null)
    {
        var text = GeoJson.WriteGeometry(shape);
        if (text == Boundary) return false;
        var (box, inside) = (BoundingBox.Of(shape), shape.InteriorPoint);
        (West, South, East, North) = (box.West, box.South, box.East, box.North);
        (Longitude, Latitude) = (inside.X, inside.Y);
        (Boundary, DrawnAt, Version) = (text, since, Version + 1);
        return true;
    }

    /// <summary>Ceases to be: its ground goes to others.</summary>
    public void End(IEnumerable<string> successors, DateTimeOffset now) =>
        (Boundary, EndedAt, Successors, Version) = (null, now, [.. successors], Version + 1);

    /// <summary>The present boundary as what it is after a change; null where nothing is drawn.</summary>
    public FormerBoundary? Past(DateTimeOffset now, string replacedBy) => Boundary is null ? null : new()
    {
        Id = Guid.CreateVersion7(now), DivisionCode = Code, Boundary = Boundary, DrawnAt = DrawnAt, ReplacedAt = now, ReplacedBy = replacedBy,
        West = West, South = South, East = East, North = North,
    };
}
