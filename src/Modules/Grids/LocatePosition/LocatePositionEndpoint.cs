using Linli.Contracts.Grids;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

/// <summary>Where a position is, in words.</summary>
/// <param name="Path">Names from the street down.</param>
/// <param name="Level">How exactly it is known.</param>
internal sealed record LocatedPosition(string Path, DivisionLevel Level);

/// <summary>Where a position was at an instant.</summary>
/// <param name="Code">Code of the division, which may have ended since.</param>
/// <param name="Path">Names from the street down.</param>
/// <param name="Level">How exactly it is known.</param>
/// <param name="EndedAt">When the division ceased to be.</param>
internal sealed record PastPosition(string Code, string Path, DivisionLevel Level, DateTimeOffset? EndedAt);

internal static class LocatePositionEndpoint
{
    /// <summary>The division that a position lay in at an instant, by the boundaries of that time.</summary>
    /// <param name="lon">Degrees east, WGS-84.</param>
    /// <param name="lat">Degrees north, WGS-84.</param>
    /// <param name="at">The instant.</param>
    /// <param name="past">Past boundaries.</param>
    /// <param name="divisions">The tree.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Results<Ok<PastPosition>, ProblemResult>> GetPast(double lon, double lat, DateTimeOffset at, IPastDivisions past, IDivisions divisions, CancellationToken ct) =>
        await past.LocateAsync(lon, lat, at, ct) is { } found
            ? TypedResults.Ok(new PastPosition(found.Code, divisions.PathOf(found.Code), found.Level, found.EndedAt))
            : new ProblemResult(GridsErrors.Nowhere);

    /// <summary>The division a position lies in.</summary>
    /// <param name="lon">Degrees east, WGS-84.</param>
    /// <param name="lat">Degrees north, WGS-84.</param>
    /// <param name="divisions">The tree.</param>
    public static Results<Ok<LocatedPosition>, ProblemResult> Get(double? lon, double? lat, IDivisions divisions)
    {
        if (lon is not (>= -180 and <= 180)) return new ProblemResult(Problem.Invalid("lon", "grids.longitude-wrong"));
        if (lat is not (>= -90 and <= 90)) return new ProblemResult(Problem.Invalid("lat", "grids.latitude-wrong"));
        return divisions.Locate(lon.Value, lat.Value) is { } found
            ? TypedResults.Ok(new LocatedPosition(divisions.PathOf(found.Code), found.Level))
            : new ProblemResult(GridsErrors.Nowhere);
    }
}
