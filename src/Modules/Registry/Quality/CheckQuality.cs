using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>
/// Keeps what is wrong with records: for each that is written at once, and for all of them every night, for days pass, types change and the
/// ground is redrawn. What was found before and is wrong still keeps its day.
/// </summary>
internal sealed class CheckQuality(AppDb db, TypeCache types, RecordVault vault, IDivisions divisions, SiteTime site, TimeProvider clock) : IJob
{
    public const string JobName = "registry.check-quality";
    private const int BatchSize = 2_000;

    private DateOnly Today => site.Date(clock.GetUtcNow());

    public async Task RunAsync(CancellationToken ct)
    {
        var known = await types.GetAsync(ct);
        await ForgetGoneAsync(ct);
        for (var after = Guid.Empty; ;)
        {
            var records = await db.Records.AsNoTracking().Where(r => r.EndedOn == null && r.Id > after).OrderBy(r => r.Id).Take(BatchSize).ToListAsync(ct);
            if (records.Count == 0) return;
            after = records[^1].Id;
            var ids = records.ConvertAll(r => r.Id);
            await using var work = await db.BeginAsync(ct);
            var states = (await db.RecordStates.AsNoTracking().Where(s => ids.Contains(s.RecordId)).ToListAsync(ct)).ToLookup(s => s.RecordId);
            await CheckAsync([.. records.Where(r => states.Contains(r.Id)).Select(r => new OpenRecord(r, known.Find(r.TypeCode)!, new(states[r.Id])))], ct);
            await db.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
            db.Forget();
        }
    }

    /// <summary>Looks at records as they stand; within the transaction of whoever saves.</summary>
    public async Task CheckAsync(IReadOnlyCollection<OpenRecord> records, CancellationToken ct)
    {
        var (checks, ids) = (new RecordChecks(divisions, Today), records.Select(r => r.Record.Id).ToList());
        var before = (await db.Findings.Where(f => ids.Contains(f.RecordId)).ToListAsync(ct)).ToLookup(f => f.RecordId);
        foreach (var (record, type, history) in records)
        {
            var faults = history.Latest.Gone ? new HashSet<RecordFault>() : checks.Find(type, vault.Open(history.Latest), SaidOn(history)).ToHashSet();
            foreach (var finding in before[record.Id])
                if (faults.Remove(new(finding.Kind, finding.Field))) finding.DivisionCode = record.DivisionCode;
                else db.Remove(finding);
            foreach (var fault in faults) db.Append(New(record.Id, type, record.DivisionCode, fault));
        }
    }

    /// <summary>What is wrong with a record that is taken in.</summary>
    public IEnumerable<RecordFinding> Of(NewRecord made) =>
        new RecordChecks(divisions, Today).Find(made.Type, made.Content, site.Date(made.At)).Select(fault => New(made.Id, made.Type, made.Content.Place.DivisionCode, fault));

    /// <summary>When somebody last said that it is so: a redrawn grid moves a record, but nobody went there.</summary>
    private DateOnly SaidOn(RecordHistory history) =>
        site.Date(history.States.Where(s => s.SupersededAt is null && (s.Kind is StateKind.Added || s.ActorId is not null)).Max(s => s.RecordedAt as DateTimeOffset?) ?? history.Latest.RecordedAt);

    private RecordFinding New(Guid recordId, RecordType type, string division, RecordFault fault) =>
        new() { RecordId = recordId, Kind = fault.Kind, Field = fault.Field, TypeCode = type.Code, DivisionCode = division, Since = Today };

    private async Task ForgetGoneAsync(CancellationToken ct)
    {
        var records = db.Records;
        await using var work = await db.BeginAsync(ct);
        await db.Findings.Where(f => !records.Any(r => r.Id == f.RecordId && r.EndedOn == null)).ExecuteDeleteAsync(ct);
        await work.CommitAsync(ct);
    }
}
