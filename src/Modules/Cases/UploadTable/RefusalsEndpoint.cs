using Linli.Cases.MendLetters;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Cases.UploadTable;

internal static class RefusalsEndpoint
{
    /// <summary>The rows of an upload that were refused, as they were sent, each with its line and why: to be mended and sent again.</summary>
    public static async Task<Results<PushStreamHttpResult, ProblemResult>> Get(
        Guid id, AppDb db, IAccess access, TaxonomyCache taxonomy, FieldCipher cipher, ProblemTexts problems, IStringLocalizer<CasesModule> text, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Uploads.AsNoTracking().Within(access).SingleOrDefaultAsync(u => u.Id == id, ct) is not { } upload) return new ProblemResult(Problem.NotFound);
        db.Audit(access, "cases.export-refusals", upload.Subject, clock.GetUtcNow(), upload.DivisionCode, new { rows = upload.Refused });
        await db.SaveChangesAsync(ct);
        var rows = new UploadRows(upload, cipher, await taxonomy.GetAsync(ct));
        return TypedResults.Stream(output => WriteAsync(output), "text/csv; charset=utf-8", "refused.csv");

        async Task WriteAsync(Stream output)
        {
            await using var csv = new CsvFile(output);
            await csv.WriteAsync([.. rows.Table.Header, text["Uploads.Line"].Value, text["Uploads.Why"].Value]);
            foreach (var refused in upload.RefusedRows())
            {
                var values = rows.Table.Rows[refused.Line - UploadedTable.FirstLine];
                await csv.WriteAsync([.. rows.Table.Header.Select((_, i) => i < values.Count ? values[i] : ""), refused.Line, problems.Say(refused.Reason.AsProblem(), text)]);
            }
        }
    }
}
