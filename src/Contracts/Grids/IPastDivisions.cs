namespace Linli.Contracts.Grids;

/// <summary>Divisions as their boundaries once were, read from the database.</summary>
public interface IPastDivisions
{
    /// <summary>The deepest division that a WGS-84 position lay in at an instant, or null.</summary>
    Task<Division?> LocateAsync(double longitude, double latitude, DateTimeOffset at, CancellationToken ct);
}
