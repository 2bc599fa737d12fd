using Linli.Cases.ListCases;
using Linli.Platform.Export;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Cases.ExportCases;

internal static class ExportCasesEndpoint
{
    /// <summary>The cases a filter finds as a table, UTF-8 CSV.</summary>
    public static async Task<PushStreamHttpResult> Get([AsParameters] CaseFilter filter, ExportCasesHandler handler, CancellationToken ct)
    {
        await handler.AuditAsync(filter, ct);
        return TypedResults.Stream(output => handler.WriteCsvAsync(output, filter, ct), "text/csv; charset=utf-8", "cases.csv");
    }

    /// <summary>The same as an Excel workbook.</summary>
    public static async Task<PushStreamHttpResult> GetExcel([AsParameters] CaseFilter filter, ExportCasesHandler handler, CancellationToken ct)
    {
        await handler.AuditAsync(filter, ct);
        return TypedResults.Stream(output => handler.WriteExcelAsync(output, filter, ct), ExcelFile.ContentType, "cases.xlsx");
    }
}
