using Linli.Platform.Export;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Registry;

internal static class ExportRecordsEndpoint
{
    /// <summary>The records a filter finds as a table, UTF-8 CSV, personal values masked; with all fields where a type is named. Conditions as in the list.</summary>
    public static async Task<PushStreamHttpResult> Get(HttpContext http, ExportRecordsHandler handler, CancellationToken ct)
    {
        var filter = RecordFilter.Read(http.Request.Query);
        await handler.AuditAsync(filter, ct);
        return TypedResults.Stream(output => handler.WriteCsvAsync(output, filter, ct), "text/csv; charset=utf-8", "records.csv");
    }

    /// <summary>The same as an Excel workbook.</summary>
    public static async Task<PushStreamHttpResult> GetExcel(HttpContext http, ExportRecordsHandler handler, CancellationToken ct)
    {
        var filter = RecordFilter.Read(http.Request.Query);
        await handler.AuditAsync(filter, ct);
        return TypedResults.Stream(output => handler.WriteExcelAsync(output, filter, ct), ExcelFile.ContentType, "records.xlsx");
    }
}
