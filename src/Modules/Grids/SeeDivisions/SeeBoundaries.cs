using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>A boundary that a division once had.</summary>
/// <param name="Since">Since when it held; null: as far back as anybody asks.</param>
/// <param name="Until">When it was replaced.</param>
/// <param name="ReplacedBy">Shown name of who replaced it.</param>
/// <param name="Boundary">GeoJSON geometry, WGS-84.</param>
internal sealed record PastBoundary(DateTimeOffset? Since, DateTimeOffset Until, string ReplacedBy, string Boundary);

internal sealed class SeeBoundariesHandler(AppDb db, IAccess access)
{
    /// <summary>The former boundaries of a division within the caller's scope, the latest first.</summary>
    public async Task<IReadOnlyList<PastBoundary>> Handle(string code, CancellationToken ct) => !access.Sees(code) ? [] :
        await db.FormerBoundaries.AsNoTracking().Where(f => f.DivisionCode == code).OrderByDescending(f => f.ReplacedAt)
            .Select(f => new PastBoundary(f.DrawnAt, f.ReplacedAt, f.ReplacedBy, f.Boundary)).ToListAsync(ct);
}

internal static class SeeBoundariesEndpoint
{
    /// <summary>The boundaries that a division once had, the latest first.</summary>
    public static async Task<Ok<IReadOnlyList<PastBoundary>>> Get(string code, SeeBoundariesHandler handler, CancellationToken ct) => TypedResults.Ok(await handler.Handle(code, ct));
}
