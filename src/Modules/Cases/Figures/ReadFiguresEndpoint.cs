using Linli.Cases.ListCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Cases.Figures;

internal static class ReadFiguresEndpoint
{
    /// <summary>Counts, on-time rates and satisfaction of the cases a filter finds.</summary>
    public static async Task<Ok<FigureSheet>> Get([AsParameters] CaseFilter filter, ReadFiguresHandler handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.HandleAsync(filter, ct));
}
