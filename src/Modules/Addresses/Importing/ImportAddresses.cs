using Linli.Addresses;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary><c>import addresses FILE</c>: what is new goes past the change tracker, a million rooms in about a minute; what is known is changed with its history.</summary>
internal sealed class ImportAddresses(AppDb db, AddressWriting writing, IDivisions divisions) : IImport
{
    private const int BatchSize = 10_000;

    public string What => "addresses";

    public string Usage => """
        FILE [--crs wgs84|gcj02|bd09]   takes standard addresses from a CSV or TSV file with the columns code, level, name and, if there are, parent (code of the address
          above, which stands before), division, lon, lat, aliases and old_names (with 、 between), from, until; without a division the position finds it, or it is that of the parent
        """;

    public async Task<ImportReport> RunAsync(VerbCall call, CancellationToken ct)
    {
        var (file, report, named) = (File(call), new ImportReport(call.Output), new HashSet<string>(StringComparer.Ordinal));
        var parents = await db.Addresses.AsNoTracking().Where(a => a.Level < AddressLevel.Room).ToDictionaryAsync(a => a.Code, a => new Above(a.Id, a.Level, a.DivisionCode), StringComparer.Ordinal, ct);
        foreach (var batch in TableFile.Read(file, "code", "level", "name").Chunk(BatchSize))
        {
            var system = batch[0].Has("lon") ? CoordinateSystemOf(call) : (CoordinateSystem?)null;
            var codes = batch.Select(line => line["code"]).ToList();
            var known = await db.Addresses.Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, ct);
            var ids = known.Values.Select(a => a.Id).ToList();
            var names = (await db.AddressNames.Where(n => ids.Contains(n.AddressId)).ToListAsync(ct)).ToLookup(n => n.AddressId);
            var (rows, otherNames) = (new List<AddressRow>(), new List<AddressName>());
            foreach (var line in batch)
            {
                if (!named.Add(line["code"])) report.Refuse(line.Place, $"the code {line["code"]} stands in the file before");
                else if (ImportedLine.Read(line, system, parents, divisions, out var fault) is not { } read) report.Refuse(line.Place, fault!);
                else if (!known.TryGetValue(read.Code, out var row)) report.Count(Take(read, Path.GetFileName(file), rows, otherNames, parents));
                else if ((row.Level, row.ParentId) != (read.Level, read.Parent?.Id)) report.Refuse(line.Place, $"{read.Code} is another level, or lies below another address");
                else report.Count(writing.Write(row, [.. names[row.Id]], read.Over(AddressState.Of(row, names[row.Id]))).Count > 0 ? ImportOutcome.Changed : ImportOutcome.Unchanged);
            }
            await SaveAsync(rows, otherNames, Path.GetFileName(file), batch.Length, ct);
        }
        return report;
    }

    private async Task SaveAsync(List<AddressRow> rows, List<AddressName> names, string file, int lines, CancellationToken ct)
    {
        if (rows.Count == 0 && !db.HasChanges) return;
        await using var work = await db.BeginAsync(ct);
        await db.InsertManyAsync(rows, ct);
        await db.InsertManyAsync(names, ct);
        await writing.SaveAsync("addresses.import", "file/" + file, "", new { lines, taken = rows.Count }, ct);
        await work.CommitAsync(ct);
        db.Forget();
    }

    private static ImportOutcome Take(ImportedLine read, string file, List<AddressRow> rows, List<AddressName> names, Dictionary<string, Above> parents)
    {
        var row = read.ToRow(file);
        rows.Add(row);
        names.AddRange(read.State.NamesOf(row));
        if (row.Level < AddressLevel.Room) parents[row.Code] = new(row.Id, row.Level, row.DivisionCode);
        return ImportOutcome.Taken;
    }

    private string File(VerbCall call) => call.Words is [_, var file] ? file : throw new UsageException($"import {What} {Usage}");

    /// <summary>It must be named: guessing wrong moves everything by hundreds of metres.</summary>
    private static CoordinateSystem CoordinateSystemOf(VerbCall call) => Enum.TryParse<CoordinateSystem>(call.Required("crs"), ignoreCase: true, out var system)
        ? system
        : throw new UsageException($"--crs {call.Option("crs")} is not known; there are wgs84, gcj02 and bd09.");
}
