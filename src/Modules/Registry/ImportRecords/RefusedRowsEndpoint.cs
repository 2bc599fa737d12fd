using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Linli.Platform.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Registry;

internal static class RefusedRowsEndpoint
{
    /// <summary>The rows of an import that were refused, as they were sent, each with its line and why: to be mended and sent again. Not there any more when the table is forgotten.</summary>
    public static async Task<Results<PushStreamHttpResult, ProblemResult>> Get(
        Guid id, AppDb db, IAccess access, TypeCache types, ImportTable table, ProblemTexts problems, IStringLocalizer<RegistryModule> text, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Imports.AsNoTracking().Within(access).SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import || !await db.ImportParts.AnyAsync(p => p.ImportId == id, ct)) return new ProblemResult(Problem.NotFound);
        db.Audit(access, "registry.export-refused", import.Subject, clock.GetUtcNow(), import.DivisionCode, new { rows = import.Refused });
        await db.SaveChangesAsync(ct);
        var type = (await types.GetAsync(ct)).Find(import.TypeCode)!;
        return TypedResults.Stream(output => WriteAsync(output), "text/csv; charset=utf-8", "refused.csv");

        async Task WriteAsync(Stream output)
        {
            var header = import.Names();
            await using var csv = new CsvFile(output);
            await csv.WriteAsync([.. header, text["import.line"].Value, text["import.why"].Value]);
            for (var row = 0; row < import.Rows; row += ImportPart.Size)
            {
                var rows = await table.ReadAsync(id, row, ct);
                if (rows.Count == 0) return;   // forgotten meanwhile
                var (from, to) = (rows[0].Line, rows[^1].Line);
                var reasons = await db.ImportRows.AsNoTracking().Where(r => r.ImportId == id && r.Line >= from && r.Line <= to && r.Outcome == RowOutcome.Refused).ToDictionaryAsync(r => r.Line, r => r.Reason!, ct);
                foreach (var (line, values) in rows.Where(r => reasons.ContainsKey(r.Line)))
                    await csv.WriteAsync([.. header.Select((_, i) => i < values.Count ? values[i] : ""), line, problems.Say(KeptProblem.Read(reasons[line]), type, text)]);
            }
        }
    }
}
