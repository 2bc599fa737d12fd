using System.Globalization;
using Linli.Geo;
using NetTopologySuite.Geometries;

namespace Linli.Map;

/// <summary>An area as it stands in an address: <c>114.35,28.47;114.36,28.47;114.36,28.48</c>, longitude and latitude of its corners.</summary>
internal static class Area
{
    private const int LeastCorners = 3, MostCorners = 200;

    /// <summary>The polygon; null when the text is none, or one that crosses itself.</summary>
    public static Polygon? Read(string? text)
    {
        var corners = (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (corners.Length is < LeastCorners or > MostCorners) return null;
        var ring = new List<Coordinate>();
        foreach (var corner in corners)
        {
            if (Position(corner) is not { } at) return null;
            ring.Add(new(at.Lon, at.Lat));
        }
        if (!ring[0].Equals2D(ring[^1])) ring.Add(ring[0].Copy());
        var polygon = ring.Count > LeastCorners ? new Polygon(new([.. ring])) : Polygon.Empty;
        return polygon is { IsEmpty: false, IsValid: true } ? polygon : null;
    }

    /// <summary>The position that a text such as <c>114.35,28.47</c> names; null when it is none.</summary>
    public static LonLat? Position(string? text) =>
        text?.Split(',') is [var lon, var lat] && Degrees(lon) is >= -180 and <= 180 and var east && Degrees(lat) is >= -90 and <= 90 and var north ? new LonLat(east, north) : null;

    private static double? Degrees(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
