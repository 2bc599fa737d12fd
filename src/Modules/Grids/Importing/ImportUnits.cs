using Linli.Contracts.Grids;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary><c>import units FILE</c></summary>
internal sealed class ImportUnits(AppDb db, GroundChange change, IDivisions divisions, TimeProvider clock) : IImport
{
    public string What => "units";

    public string Usage => "FILE   takes units from a CSV or TSV file with the columns code, name, kind, division and, if there are, parent, phone, head, hours; a parent may stand anywhere in the file";

    public async Task<ImportReport> RunAsync(VerbCall call, CancellationToken ct)
    {
        var (file, report) = (call.File(this), new ImportReport(call.Output));
        var rows = await db.Units.ToDictionaryAsync(unit => unit.Code, StringComparer.Ordinal, ct);
        var lines = TableFile.Read(file, "code", "name", "kind", "division").ToList();
        // A parent counts only if it is stored or its own line is good, so bad lines fall out until none is left.
        var good = lines;
        for (var before = -1; before != good.Count;)
        {
            before = good.Count;
            var codes = rows.Keys.Concat(good.Select(line => line["code"])).ToHashSet(StringComparer.Ordinal);
            good = [.. good.Where(line => UnitLine.Fault(line, codes, divisions) is null).DistinctBy(line => line["code"], StringComparer.Ordinal)];
            var parents = good.ToDictionary(line => line["code"], line => line["parent"], StringComparer.Ordinal);
            good.RemoveAll(line => IsAboveItself(line["code"], parents));
        }
        foreach (var line in lines.Except(good))
            report.Refuse(line.Place, UnitLine.Fault(line, [.. rows.Keys, .. good.Select(l => l["code"])], divisions) ?? $"the code {line["code"]} stands in the file before, or the unit would be above itself");
        await TakeAsync(good, rows, report, Path.GetFileName(file), ct);
        return report;
    }

    private static bool IsAboveItself(string code, Dictionary<string, string> parents)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = code; seen.Add(at);)
        {
            if (!parents.TryGetValue(at, out var parent)) return false;
            at = parent;
        }
        return true;
    }

    private async Task TakeAsync(List<TableLine> lines, Dictionary<string, UnitRow> rows, ImportReport report, string file, CancellationToken ct)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => !rows.ContainsKey(line["code"])))
        {
            var row = UnitLine.NewRow(line, clock.GetUtcNow());
            rows[row.Code] = db.Add(row).Entity;
            taken.Add(row.Code);
        }
        foreach (var line in lines)
        {
            var differs = UnitLine.Fill(rows[line["code"]], line, line.Optional("parent") is { } parent ? rows[parent].Id : null);
            report.Count(taken.Contains(line["code"]) ? ImportOutcome.Taken : differs ? ImportOutcome.Changed : ImportOutcome.Unchanged);
        }
        await change.SaveAsync(GroundPart.Units, "grids.import-units", "file/" + file, "", new { lines = lines.Count, taken = taken.Count }, ct);
    }
}
