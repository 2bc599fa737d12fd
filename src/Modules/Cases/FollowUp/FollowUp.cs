using Linli.Cases.History;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.FollowUp;

/// <summary>What a reporter sees of their case: every node in plain words, never who of the staff did it.</summary>
internal sealed class FollowUpHandler(AppDb db, FollowUpKeys keys, TaxonomyCache taxonomy, IUnits units, IDivisions divisions, TimeProvider clock)
{
    /// <summary>What concerns the reporter; mending category or place and alerts are our own business.</summary>
    private static readonly CaseAction[] Told =
    [
        CaseAction.Receive, CaseAction.Accept, CaseAction.Decline, CaseAction.Dispatch, CaseAction.Take, CaseAction.Progress, CaseAction.Handle,
        CaseAction.Verify, CaseAction.FailVerification, CaseAction.Reply, CaseAction.Close, CaseAction.Reopen, CaseAction.Rate,
    ];

    public async Task<Result<FollowedCase>> HandleAsync(string key, CancellationToken ct)
    {
        if (await keys.OpenAsync(key, ct) is not { } found) return Problem.NotFound;
        var now = clock.GetUtcNow();
        var history = await db.History.AsNoTracking().Where(h => h.CaseId == found.Id && Told.Contains(h.Action)).OrderBy(h => h.At).ThenBy(h => h.Version).ToListAsync(ct);
        var files = (await db.Attachments.AsNoTracking().Where(a => a.CaseId == found.Id && a.ForReporter).OrderBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.EntryId);
        var rating = await db.Ratings.AsNoTracking().Where(r => r.CaseId == found.Id && r.Round == found.Reopened).SingleOrDefaultAsync(ct);
        var unit = found is { UnitId: { } id, DispatchedAt: not null } ? units.Find(id) : null;
        return new FollowedCase
        {
            Number = found.Number,
            Status = found.Status,
            Text = found.Text,
            Place = found.Place,
            Division = divisions.PathOf(found.DivisionCode),
            Category = found.CategoryCode is null ? null : (await taxonomy.GetAsync(ct)).NameOf(found.CategoryCode),
            Unit = unit?.Name,
            UnitPhone = unit?.DutyPhone,
            ReceivedAt = found.ReceivedAt,
            DueAt = found.DueAt,
            Overdue = found.DueAt < now,
            Standard = found.Promise.Standard,
            Nodes = [.. history.Select(entry => NodeOf(entry, files[entry.Id]))],
            NotFixedUntil = found.Status is CaseStatus.Closed && found.ClosedAt + Case.ReopenWithin is { } until && now <= until ? until : null,
            CanRate = found.Status is CaseStatus.Closed && rating is null,
            Rating = rating is null ? null : new(rating.Satisfied, rating.Speed, rating.Result, rating.Attitude, rating.Words),
        };
    }

    private FollowUpNode NodeOf(HistoryEntry entry, IEnumerable<Attachment> files) => new(
        entry.At, entry.Action,
        entry.UnitId is { } unit && entry.Action is not (CaseAction.Receive or CaseAction.Accept) ? units.Find(unit)?.Name : null,
        entry.ForReporter ? entry.Remark : null,
        [.. files.Select(f => new FollowUpFile(f.Id, f.Name, f.MediaType.StartsWith("image/", StringComparison.Ordinal)))]);
}
