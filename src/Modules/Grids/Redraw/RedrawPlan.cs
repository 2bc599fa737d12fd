using System.Text;
using System.Text.Json;
using Linli.Geo;
using Linli.Platform.Access;
using NetTopologySuite.Geometries;

namespace Linli.Grids;

/// <summary>Grids of a community get other boundaries on a day.</summary>
internal sealed class RedrawPlan : IInDivision
{
    public required Guid Id { get; init; }

    /// <summary>The community.</summary>
    public required string DivisionCode { get; init; }
    public required RedrawKind Kind { get; init; }

    /// <summary>Codes of the grids whose ground it is.</summary>
    public required string[] Grids { get; init; }

    /// <summary>What the ground becomes: GeoJSON features with code and name, WGS-84.</summary>
    public required string Parts { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public required string EnteredBy { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    public RedrawState State { get; private set; }

    /// <summary>When it took effect, failed or was withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool TryEnd(RedrawState state, DateTimeOffset now)
    {
        if (State is not RedrawState.Planned) return false;
        (State, EndedAt, Version) = (state, now, Version + 1);
        return true;
    }

    public IReadOnlyList<RedrawPart> ReadParts() =>
        [.. GeoJson.Read(Parts).Features.Select(feature => new RedrawPart(feature.Text("code")!, feature.Text("name")!, feature.Geometry))];

    public static string Write(IEnumerable<RedrawPart> parts)
    {
        using var stream = new MemoryStream();
        GeoJson.Write(stream, parts.Select(part => new GeoFeature(part.Shape, new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["code"] = JsonSerializer.SerializeToElement(part.Code),
            ["name"] = JsonSerializer.SerializeToElement(part.Name),
        })));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

/// <summary>A grid as it will be.</summary>
internal sealed record RedrawPart(string Code, string Name, Geometry Shape);

internal enum RedrawKind
{
    /// <summary>One grid becomes several, with new codes.</summary>
    Split,

    /// <summary>Several become one, with a new code.</summary>
    Merge,

    /// <summary>The border between two moves; they keep their codes.</summary>
    Move,
}
