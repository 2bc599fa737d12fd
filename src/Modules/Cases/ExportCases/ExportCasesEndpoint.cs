using Linli.Cases.ListCases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Cases.ExportCases;

internal static class ExportCasesEndpoint
{
    /// <summary>The cases a filter finds as a table, UTF-8 CSV.</summary>
    public static async Task<PushStreamHttpResult> Get([AsParameters] CaseFilter filter, ExportCasesHandler handler, CancellationToken ct)
    {
        await handler.AuditAsync(filter, ct);
        return TypedResults.Stream(output => handler.WriteAsync(output, filter, ct), "text/csv; charset=utf-8", "cases.csv");
    }
}
