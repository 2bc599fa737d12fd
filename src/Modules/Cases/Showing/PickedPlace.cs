using System.Globalization;

namespace Linli.Cases.Showing;

/// <summary>The position that a suggestion of a place carries: <c>longitude,latitude</c>.</summary>
internal static class PickedPlace
{
    public static (double? Longitude, double? Latitude) Read(string? at) =>
        at?.Split(',') is [var lon, var lat] && double.TryParse(lon, CultureInfo.InvariantCulture, out var x) && double.TryParse(lat, CultureInfo.InvariantCulture, out var y) ? (x, y) : (null, null);
}
