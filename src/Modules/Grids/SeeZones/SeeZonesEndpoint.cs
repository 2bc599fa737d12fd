using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

internal static class SeeZonesEndpoint
{
    /// <summary>Zones with a grid within the caller's scope, and who serves each grid today.</summary>
    public static async Task<Ok<IReadOnlyList<ZoneDetail>>> List(string? under, SeeZonesHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.List(under, ct));

    /// <summary>A zone with its version.</summary>
    public static async Task<Results<Ok<ZoneDetail>, ProblemResult>> Get(Guid id, SeeZonesHandler handler, CancellationToken ct) =>
        await handler.Find(id, ct) is { } zone ? TypedResults.Ok(zone) : new ProblemResult(Problem.NotFound);
}
