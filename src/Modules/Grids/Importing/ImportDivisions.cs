using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary><c>import divisions FILE [--under CODE]</c>: the official list of codes.</summary>
internal sealed class ImportDivisions(AppDb db, GroundChange change) : IImport
{
    public string What => "divisions";

    public string Usage => "FILE [--under CODE]   takes divisions from a CSV or TSV file with the columns code, name and, if there are, parent and level; --under takes one division, what is below and what is above it";

    public async Task<ImportReport> RunAsync(VerbCall call, CancellationToken ct)
    {
        var (file, under, report) = (call.File(this), call.Option("under") ?? "", new ImportReport(call.Output));
        var known = (await db.Divisions.Select(d => d.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var lines = TableFile.Read(file, "code", "name")
            .Where(line => line["code"].StartsWith(under, StringComparison.Ordinal) || under.StartsWith(line["code"], StringComparison.Ordinal))
            .OrderBy(line => line["code"].Length);   // parents first, whatever the order of the file
        foreach (var batch in lines.Chunk(ImportCall.BatchSize))
        {
            var good = new List<DivisionLine>();
            foreach (var line in batch)
            {
                if (DivisionLine.Read(line, known, named, out var fault) is { } division) good.Add(division);
                else report.Refuse(line.Place, fault!);
            }
            await TakeAsync(good, report, Path.GetFileName(file), ct);
        }
        return report;
    }

    private async Task TakeAsync(List<DivisionLine> lines, ImportReport report, string file, CancellationToken ct)
    {
        var codes = lines.ConvertAll(line => line.Code);
        var rows = await db.Divisions.Where(d => codes.Contains(d.Code)).ToDictionaryAsync(d => d.Code, ct);
        foreach (var line in lines) report.Count(Take(line, rows.GetValueOrDefault(line.Code)));
        await change.SaveAsync(GroundPart.Divisions, "grids.import-divisions", "file/" + file, "", new { lines = lines.Count, first = codes.FirstOrDefault() }, ct);
        db.Forget();
    }

    private ImportOutcome Take(DivisionLine line, DivisionRow? row)
    {
        if (row is not null) return row.Describe(line.Name, line.Level, line.Parent) ? ImportOutcome.Changed : ImportOutcome.Unchanged;
        db.Add(new DivisionRow { Code = line.Code, Name = line.Name, Level = line.Level, ParentCode = line.Parent });
        return ImportOutcome.Taken;
    }
}
