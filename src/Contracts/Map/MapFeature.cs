using Linli.Geo;
using NetTopologySuite.Geometries;

namespace Linli.Contracts.Map;

/// <summary>What a layer is made of.</summary>
public enum MapShape
{
    /// <summary>Points, grouped where they are many.</summary>
    Points,

    /// <summary>Areas with their names.</summary>
    Areas,
}

/// <summary>How a feature of some kind looks, beside the word that says it.</summary>
public enum MapTone
{
    /// <summary>Nothing to notice.</summary>
    Neutral,

    /// <summary>For information.</summary>
    Info,

    /// <summary>Somebody is at it.</summary>
    Progress,

    /// <summary>Fine.</summary>
    Good,

    /// <summary>Somebody should look soon.</summary>
    Waiting,

    /// <summary>Late, failed, in danger.</summary>
    Bad,
}

/// <summary>A line of the legend.</summary>
/// <param name="Key">The word in <see cref="MapFeature.Kind"/>.</param>
/// <param name="Text">The word for readers, in their language.</param>
/// <param name="Tone">Its colour.</param>
public sealed record MapKind(string Key, string Text, MapTone Tone);

/// <summary>Something told of a feature.</summary>
/// <param name="Key">Its name for programs, in tiles and tables.</param>
/// <param name="Text">Its name for readers, in their language.</param>
public sealed record MapField(string Key, string Text);

/// <summary>What is asked for.</summary>
/// <param name="Box">Where, WGS-84 degrees.</param>
/// <param name="Zoom">How close, as web maps count (11 shows a district, 17 a street block); <see cref="Closest"/> asks for everything by name.</param>
public sealed record MapWindow(BoundingBox Box, int Zoom)
{
    /// <summary>The most features that an answer holds.</summary>
    public const int Most = 10_000;

    /// <summary>Everything by itself and by its name, as for a list.</summary>
    public const int Closest = 22;

    /// <summary>From this zoom on points stand alone; before it what is told of them is not looked at, for they mostly show as groups.</summary>
    public const int Single = 17;
}

/// <summary>Something on the map. Its words are the same in every language, for tiles are kept for all readers.</summary>
/// <param name="Shape">A point, or a polygon or multipolygon; WGS-84 degrees.</param>
/// <param name="Kind">One of the layer's kinds.</param>
/// <param name="Name">What it is called; null in counts of what lies close together, and where it is too far away to tell.</param>
/// <param name="Href">Where a press leads, on this site.</param>
/// <param name="Count">How many it stands for.</param>
public sealed record MapFeature(Geometry Shape, string Kind, string? Name = null, string? Href = null, int Count = 1)
{
    /// <summary>Texts, numbers or truths, in the order of the layer's fields; may be empty.</summary>
    public IReadOnlyList<object?> Values { get; init; } = [];
}
