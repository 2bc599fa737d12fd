using Linli.Cases.Channels;
using Linli.Cases.ImportTaxonomy;
using Linli.Cases.Loading;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.CommandLine;
using Linli.Platform.Data;
using Linli.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ImportCases;

/// <summary>
/// Cases of another system, batch by batch, each batch with its audit line in one transaction. The case number is the key, so
/// a run that was cut off goes on where it stood and a second run finds nothing to do.
/// </summary>
internal sealed class CasesStep(AppDb db, IAccess access, CaseLoader loader, TaxonomyCache cache, ChannelCache channels, IDivisions divisions, IUnits units, TimeProvider clock) : IProfileStep
{
    private const int BatchSize = 500;

    public int Order => 40;

    public string Part => "cases";

    public async Task<ImportReport> RunAsync(ProfileRun run, CancellationToken ct)
    {
        var part = run.Profile.Part<CasesPart>(Part);
        var lines = run.Read(part.File, part.Columns);
        var reader = new CaseLine(run.Profile, part, run.Profile.Part<TaxonomyPart>("taxonomy"), await cache.GetAsync(ct), divisions, units, access, clock.GetUtcNow());
        await RegisterAsync(part.Channels, ct);
        var report = new ImportReport(run.Output, lines.Count);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in lines.Chunk(BatchSize))
        {
            var numbers = batch.Select(reader.Number).ToList();
            var known = (await db.Cases.Where(c => numbers.Contains(c.Number)).Select(c => c.Number).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            var records = new List<CaseRecord>(batch.Length);
            foreach (var (line, number) in batch.Zip(numbers))
            {
                if (!named.Add(number)) report.Refuse($"{part.File} {line.Place}", $"the number {number} stands in the file before");
                else if (known.Contains(number)) report.Count(ImportOutcome.Unchanged);
                else if (reader.Read(line, out var fault) is not { } record) report.Refuse($"{part.File} {line.Place}", fault);
                else records.Add(record);
            }
            await LoadAsync(records, run.Profile, ct);
            foreach (var _ in records) report.Count(ImportOutcome.Taken);
        }
        return report;
    }

    /// <summary>A channel that is not known yet is registered under the name that the other system gives it.</summary>
    private async Task RegisterAsync(Dictionary<string, string> named, CancellationToken ct)
    {
        var register = await channels.GetAsync(ct);
        foreach (var (name, code) in named.DistinctBy(n => n.Value).Where(n => register.Find(n.Value) is null))
        {
            db.Add(new Channel { Code = code, Name = name, NameEn = "", Kind = ChannelKind.System, Version = 1 });
            db.Audit(access, "cases.save-channel", "channel/" + code, clock.GetUtcNow(), details: new { name });
        }
        db.AfterCommit(channels.Forget);
        await db.SaveChangesAsync(ct);
    }

    private async Task LoadAsync(List<CaseRecord> records, ImportProfile profile, CancellationToken ct)
    {
        if (records.Count == 0) return;
        await using var work = await db.BeginAsync(ct);
        await loader.LoadAsync(records, ct);
        db.Audit(access, "cases.import", "profile/" + profile.Name, clock.GetUtcNow(), profile.Places.District, new { cases = records.Count, first = records[0].Case.Number, last = records[^1].Case.Number });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        db.Forget();
    }
}
