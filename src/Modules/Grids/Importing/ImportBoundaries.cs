using Linli.Geo;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;

namespace Linli.Grids;

/// <summary><c>import boundaries FILE --crs SYSTEM</c>: redraws divisions that are known; what was before is kept.</summary>
internal sealed class ImportBoundaries(AppDb db, GroundChange change, IAccess access, TimeProvider clock) : IImport
{
    public string What => "boundaries";

    public string Usage => "FILE --crs wgs84|gcj02|bd09 [--code PROPERTY] [--repair]   draws divisions from a GeoJSON file whose features name their code in PROPERTY ('code' unless said otherwise); --repair mends polygons that touch or cross themselves";

    public async Task<ImportReport> RunAsync(VerbCall call, CancellationToken ct)
    {
        var (path, property, report) = (call.File(this), call.Option("code") ?? "code", new ImportReport(call.Output));
        await using var stream = File.OpenRead(path);
        var file = GeoJson.Read(stream, call.CoordinateSystem(), call.Has("repair"));
        foreach (var error in file.Errors) report.Refuse("file", error.InWords("en"));
        foreach (var repair in file.Repairs) await call.Output.WriteLineAsync("repaired: " + repair.InWords("en"));
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in file.Features.Chunk(ImportCall.BatchSize))
        {
            var codes = batch.Select(feature => feature.Text(property)).OfType<string>().ToList();
            var rows = await db.Divisions.Where(d => codes.Contains(d.Code)).ToDictionaryAsync(d => d.Code, ct);
            foreach (var feature in batch) Draw(feature, feature.Text(property), rows, drawn, report);
            await change.SaveAsync(GroundPart.Divisions, "grids.import-boundaries", "file/" + Path.GetFileName(path), "", new { boundaries = codes.Count, first = codes.FirstOrDefault() }, ct);
            db.Forget();
        }
        return report;

        void Draw(GeoFeature feature, string? code, Dictionary<string, DivisionRow> rows, HashSet<string> drawn, ImportReport report)
        {
            if (code is null) report.Refuse("feature", $"it has no property '{property}'");
            else if (!rows.TryGetValue(code, out var row)) report.Refuse(code, "no division has this code");
            else if (row.EndedAt is not null) report.Refuse(code, "this division has ended");
            else if (feature.Geometry is not IPolygonal) report.Refuse(code, "a boundary is a Polygon or MultiPolygon");
            else if (!drawn.Add(code)) report.Refuse(code, "the file draws it twice");
            else report.Count(Redraw(row, feature.Geometry));
        }
    }

    private ImportOutcome Redraw(DivisionRow row, Geometry shape)
    {
        var now = clock.GetUtcNow();
        var past = row.Past(now, access.Actor.Name);
        if (!row.Draw(shape, past is null ? null : now)) return ImportOutcome.Unchanged;
        if (past is null) return ImportOutcome.Taken;
        db.Add(past);
        return ImportOutcome.Changed;
    }
}
