using Linli.Cases.History;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.FollowUp;

/// <summary>What a reporter sees of their case: every node in plain words, never who of the staff did it.</summary>
internal sealed class FollowUpHandler(AppDb db, FollowUpKeys keys, TaxonomyCache taxonomy, IUnits units, IDivisions divisions, TimeProvider clock)
{
    /// <summary>What concerns the reporter; mending category or place and alerts are our own business.</summary>
    internal static readonly CaseAction[] Told =
    [
        CaseAction.Receive, CaseAction.Accept, CaseAction.Decline, CaseAction.Dispatch, CaseAction.Take, CaseAction.Progress, CaseAction.Handle,
        CaseAction.Verify, CaseAction.FailVerification, CaseAction.Reply, CaseAction.Close, CaseAction.Reopen, CaseAction.Rate, CaseAction.Resume, CaseAction.Merge, CaseAction.Unmerge,
        CaseAction.Settle, CaseAction.Split, CaseAction.Complete,
    ];

    public async Task<Result<FollowedCase>> HandleAsync(string key, CancellationToken ct)
    {
        if (await keys.OpenAsync(key, ct) is not { } found) return Problem.NotFound;
        var leading = await keys.LeadingAsync(found, ct);
        var now = clock.GetUtcNow();
        var parts = await db.Cases.AsNoTracking().Where(c => c.WholeId == leading.Id).ToDictionaryAsync(c => c.Id, c => c.Title, ct);
        var history = await db.History.AsNoTracking()
            .Where(h => Told.Contains(h.Action)
                && (h.CaseId == found.Id || (h.CaseId == leading.Id && h.At >= found.ClosedAt) || (parts.Keys.Contains(h.CaseId) && (found.MasterId == null || h.At >= found.ClosedAt) && h.Action != CaseAction.Receive && h.Action != CaseAction.Accept)))
            .OrderBy(h => h.At).ThenBy(h => h.Version).ToListAsync(ct);
        var files = (await db.Attachments.AsNoTracking().Where(a => (a.CaseId == found.Id || a.CaseId == leading.Id || parts.Keys.Contains(a.CaseId)) && a.ForReporter).OrderBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.EntryId);
        var rating = await db.Ratings.AsNoTracking().Where(r => r.CaseId == found.Id && r.Round == leading.Reopened).SingleOrDefaultAsync(ct);
        var unit = leading is { UnitId: { } id, DispatchedAt: not null } ? units.Find(id) : null;
        return new FollowedCase
        {
            Number = found.Number,
            Status = leading.Status,
            Text = found.Text,
            Place = found.Place,
            Division = divisions.PathOf(found.DivisionCode),
            Category = found.CategoryCode is null ? null : (await taxonomy.GetAsync(ct)).NameOf(found.CategoryCode),
            CategoryCode = found.CategoryCode,
            Unit = unit?.Name,
            UnitPhone = unit?.DutyPhone,
            ReceivedAt = found.ReceivedAt,
            DueAt = leading.DueAt,
            Overdue = leading.DueAt < now,
            Standard = leading.Promise.Standard,
            Nodes = [.. history.Select(entry => NodeOf(entry, MayRead(entry, found), files[entry.Id], parts.GetValueOrDefault(entry.CaseId)))],
            NotFixedUntil = leading.Status is CaseStatus.Closed && leading.ClosedAt + Case.ReopenWithin is { } until && now <= until ? until : null,
            CanRate = leading.Status is CaseStatus.Closed && rating is null,
            AwaitsSecondLook = leading.SecondLookAt is not null,
            Telling = await TellingOfAsync(found.Id, ct),
            Rating = rating is null ? null : new(rating.Satisfied, rating.Speed, rating.Result, rating.Attitude, rating.Words),
        };
    }

    private Task<TellingAddresses?> TellingOfAsync(Guid id, CancellationToken ct)
    {
        var optedOut = db.OptedOut;   // an expression tree takes no extension property
        return db.Reporters.Where(r => r.CaseId == id && (r.Phone != null || r.Email != null))
            .Select(r => new TellingAddresses(r.MaskedPhone, r.MaskedEmail, r.ToldBy, optedOut.Any(o => o.Fingerprint == r.PhoneFingerprint), optedOut.Any(o => o.Fingerprint == r.EmailFingerprint)))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>What another reporter said or showed of the case that this one was merged into is theirs.</summary>
    private static bool MayRead(HistoryEntry entry, Case found) => entry.CaseId == found.Id || entry.ActorKind is ActorKind.Staff or ActorKind.System;

    private FollowUpNode NodeOf(HistoryEntry entry, bool readable, IEnumerable<Attachment> files, string? part) => new(
        entry.At, entry.Action,
        entry.UnitId is { } unit && entry.Action is not (CaseAction.Receive or CaseAction.Accept) ? units.Find(unit)?.Name : null,
        entry.ForReporter && readable ? entry.Remark : null,
        [.. files.Where(_ => readable).Select(f => new FollowUpFile(f.Id, f.Name, f.MediaType.StartsWith("image/", StringComparison.Ordinal)))], part);
}
