namespace Linli.Contracts.Cases;

/// <summary>Cases that are not closed, as far as other modules count them.</summary>
public interface IOpenCases
{
    /// <summary>Where the open cases of these divisions lie, WGS-84, within the caller's scope; those without a position are left out.</summary>
    Task<IReadOnlyList<(double Longitude, double Latitude)>> PositionsAsync(IReadOnlyCollection<string> divisionCodes, CancellationToken ct);
}
