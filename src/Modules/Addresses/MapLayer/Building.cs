using Linli.Geo;

namespace Linli.StandardAddresses;

/// <summary>A valid building as the map shows it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its number with the estate or the door number it belongs to.</param>
/// <param name="DivisionCode">The grid that it stands in, as far as known.</param>
/// <param name="At">Where it stands, or what it belongs to.</param>
/// <param name="Rooms">How many rooms of it are known.</param>
internal sealed record Building(Guid Id, string Code, string Name, string DivisionCode, LonLat At, int Rooms);

/// <summary>The valid buildings from the south to the north, so that a box is a strip of them. Immutable, like the library beside it.</summary>
internal sealed class BuildingMap
{
    public static BuildingMap Empty { get; } = new([]);

    private readonly Building[] sorted;
    private readonly double[] latitudes;

    public BuildingMap(IEnumerable<Building> buildings)
    {
        sorted = [.. buildings.OrderBy(building => building.At.Lat).ThenBy(building => building.Code, StringComparer.Ordinal)];
        latitudes = [.. sorted.Select(building => building.At.Lat)];
        ByDivision = sorted.CountBy(building => building.DivisionCode).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>How many there are, by division.</summary>
    public IReadOnlyDictionary<string, int> ByDivision { get; }

    public IEnumerable<Building> Within(BoundingBox box)
    {
        for (var i = FirstFrom(box.South); i < sorted.Length && latitudes[i] <= box.North; i++)
            if (box.Contains(sorted[i].At)) yield return sorted[i];
    }

    private int FirstFrom(double latitude)
    {
        var (low, high) = (0, latitudes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (latitudes[middle] < latitude) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
