using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Tables;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>
/// Takes the next part of an import back (ADR 17). What it added is taken away. What it changed is as it was: its state counts as corrected,
/// so that the one before holds again and what was believed meanwhile can still be asked for. What somebody changed since, and what was added and is looked at in full, linked, tagged or visited since, stays.
/// </summary>
internal sealed class UndoRows(AppDb db, IAccess access, RecordWriting writing, TimeProvider clock)
{
    public async Task HandleAsync(RecordImport import, RecordType type, CancellationToken ct)
    {
        var from = import.Through + UploadedTable.FirstLine;
        var passed = Math.Min(ImportPart.Size, import.Rows - import.Through);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(ct);
        var rows = await db.ImportRows.Where(r => r.ImportId == import.Id && r.Line >= from && r.Line < from + passed && (r.Outcome == RowOutcome.Added || r.Outcome == RowOutcome.Changed)).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.RecordId!.Value);
        var records = await db.Records.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var used = await UsedAsync(ids, ct);
        foreach (var row in rows) row.Kept = records.GetValueOrDefault(row.RecordId!.Value)?.Version != row.RecordVersion || (row.Outcome is RowOutcome.Added && used.Contains(row.RecordId.Value));
        var back = rows.Where(r => !r.Kept).ToLookup(r => r.Outcome, r => records[r.RecordId!.Value]);
        await RemoveAsync([.. back[RowOutcome.Added]], ct);
        await ReturnAsync([.. back[RowOutcome.Changed]], rows.Where(r => !r.Kept).Select(r => r.StateId).OfType<Guid>().ToHashSet(), type, now, ct);
        import.NoteUndone(passed, rows.Count(r => r.Kept), now);
        db.Audit(access, "registry.import-undone", import.Subject, now, import.DivisionCode, new { type = type.Code, removed = back[RowOutcome.Added].Count(), returned = back[RowOutcome.Changed].Count(), kept = rows.Count(r => r.Kept) });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    /// <summary>Records that something hangs on that must not lose them: looks, links, evidence, needs and visits.</summary>
    private async Task<HashSet<Guid>> UsedAsync(List<Guid> ids, CancellationToken ct) =>
    [
        .. await db.RecordLooks.Where(l => ids.Contains(l.RecordId)).Select(l => l.RecordId).ToListAsync(ct),
        .. await db.RecordLinks.Where(l => ids.Contains(l.FromId)).Select(l => l.FromId).ToListAsync(ct),
        .. await db.RecordLinks.Where(l => ids.Contains(l.ToId)).Select(l => l.ToId).ToListAsync(ct),
        .. await db.Evidence.Where(e => ids.Contains(e.RecordId)).Select(e => e.RecordId).ToListAsync(ct),
        .. await db.Needs.Where(n => ids.Contains(n.RecordId)).Select(n => n.RecordId).ToListAsync(ct),
        .. await db.Visits.Where(v => ids.Contains(v.RecordId)).Select(v => v.RecordId).ToListAsync(ct),
    ];

    private async Task RemoveAsync(IReadOnlyList<RegistryRecord> added, CancellationToken ct)
    {
        db.RemoveRange(added);   // of the version that was read: who changes one meanwhile is told that it is gone, or this begins again
        var ids = added.Select(r => r.Id).ToList();
        await db.RecordStates.Where(s => ids.Contains(s.RecordId)).ExecuteDeleteAsync(ct);
        await db.Findings.Where(f => ids.Contains(f.RecordId)).ExecuteDeleteAsync(ct);
        await db.Twins.Where(t => ids.Contains(t.FirstId) || ids.Contains(t.SecondId)).ExecuteDeleteAsync(ct);
        await writing.ForgetIndexAsync(ids, ct);
    }

    private async Task ReturnAsync(IReadOnlyList<RegistryRecord> changed, HashSet<Guid> imported, RecordType type, DateTimeOffset now, CancellationToken ct)
    {
        var ids = changed.Select(r => r.Id).ToList();
        var states = (await db.RecordStates.Where(s => ids.Contains(s.RecordId)).ToListAsync(ct)).ToLookup(s => s.RecordId);
        foreach (var state in states.SelectMany(s => s).Where(s => imported.Contains(s.Id))) state.SupersededAt = now;
        await writing.FollowAsync([.. changed.Select(r => new OpenRecord(r, type, new(states[r.Id])))], now, ct);
    }
}
