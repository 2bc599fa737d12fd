using Linli.Contracts.Grids;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Grids;

internal static class ListUnitsEndpoint
{
    /// <summary>Units, a page at a time.</summary>
    public static async Task<Ok<UnitList>> Get(string? q, UnitKind? kind, string? division, bool? inactive, int? page, ListUnitsHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new(q, kind, division, inactive ?? false, page ?? 1), ct));
}
