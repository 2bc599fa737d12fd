namespace Linli.Contracts.Grids;

/// <summary>Named places (roads, estates, landmarks) for finding a position by words.</summary>
public interface IPlaces
{
    /// <summary>Places whose name matches, best first, within a division prefix.</summary>
    Task<IReadOnlyList<Place>> SearchAsync(string text, string divisionPrefix, int most, CancellationToken ct);
}

/// <summary>A named place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where it is in words; may be empty.</param>
/// <param name="DivisionCode">The grid it lies in.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
public sealed record Place(string Name, string Address, string DivisionCode, double Longitude, double Latitude);
