using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Linli.Grids;

internal static class ListTeamsEndpoint
{
    /// <summary>Grids with who serves them today and how many are in each part of their team, a page at a time.</summary>
    public static async Task<Ok<GridList>> Get(string? under, ServiceState? state, TeamPart? lacks, int? page, ListTeamsHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new(under, state, lacks, page ?? 1), ct));

    /// <summary>The teams below a division as a table, UTF-8 CSV, phones masked.</summary>
    public static async Task<PushStreamHttpResult> GetCsv(string? under, ListTeamsHandler handler, IStringLocalizer<GridsModule> text, CancellationToken ct)
    {
        await handler.AuditAsync(under, ct);
        return TypedResults.Stream(output => handler.WriteCsvAsync(output, under, text, ct), "text/csv; charset=utf-8", "grid-teams.csv");
    }
}
