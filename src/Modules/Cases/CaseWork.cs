using Linli.Cases.Deadlines;
using Linli.Cases.History;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases;

/// <summary>
/// The one door through which staff change a case: load within scope, compare versions, move, wind the clock, remember, tell the reporter, save.
/// </summary>
internal sealed class CaseWork(AppDb db, IAccess access, ICalendars calendars, TellReporter.TellReporter reporters, Watching.Mentioning mentions, TimeProvider clock)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    private readonly Dictionary<Guid, Case> ready = [];

    /// <summary>Whether the caller saves, after many actions at once.</summary>
    public bool LeavesSaving { get; set; }

    /// <summary>Reads many cases that the caller sees at once; each is then found without asking the database again, the first time.</summary>
    /// <returns>The cases.</returns>
    public async Task<IReadOnlyCollection<Case>> PrepareAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        ready.Clear();
        var parts = (await db.Assignments.Where(a => ids.Contains(a.CaseId) && a.EndedAt == null).ToListAsync(ct)).ToLookup(a => a.CaseId);
        foreach (var found in await db.Cases.Seen(db, access).Where(c => ids.Contains(c.Id)).ToListAsync(ct))
        {
            found.OpenParts = [.. parts[found.Id]];
            ready.Add(found.Id, found);
        }
        return [.. ready.Values];
    }

    /// <summary>A case the caller sees, to be changed, with the parts that units have in it.</summary>
    public async Task<Case?> FindAsync(Guid id, CancellationToken ct)
    {
        if (ready.Remove(id, out var known)) return known;
        var found = await db.Cases.Seen(db, access).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (found is not null) found.OpenParts = await db.Assignments.Where(a => a.CaseId == id && a.EndedAt == null).ToListAsync(ct);
        return found;
    }

    /// <summary>Does an action.</summary>
    /// <param name="id">The case.</param>
    /// <param name="version">The version the caller saw.</param>
    /// <param name="action">What is done.</param>
    /// <param name="change">Further changes, after the move; a problem undoes all.</param>
    /// <param name="remark">What the caller wrote.</param>
    /// <param name="facts">Old and new values of what changed.</param>
    /// <param name="forReporter">Whether the remark is for the reporter.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<CaseState>> DoAsync(
        Guid id, int version, CaseAction action, Func<Case, Problem?>? change = null, string? remark = null,
        Func<Case, object?>? facts = null, bool forReporter = false, Func<Case, HistoryEntry, Task>? then = null, CancellationToken ct = default)
    {
        if (await FindAsync(id, ct) is not { } found) return Problem.NotFound;
        if (found.Version != version) return await StaleAsync(found, version, ct);
        var (before, wasOpen, supervised) = (facts?.Invoke(found), found.Status.IsOpen(), found.SupervisedUntil is not null);
        if (found.Move(action, access, Now) is { } refused) return refused;
        if (change?.Invoke(found) is { } problem)
        {
            db.Entry(found).State = EntityState.Detached;   // what the move did to it is not saved
            return problem;
        }
        found.Wind(calendars.Running(found.Status, found.UnitId));
        var entry = db.Remember(found, action, access, Now, remark, facts is null ? null : new { From = before, To = facts(found) }, forReporter);
        await reporters.TellAsync(found, action, forReporter ? remark : null, Now, ct);
        if (!forReporter) await mentions.TellAsync(found, entry, ct);
        if (supervised && found.SupervisedUntil is null && action is not (CaseAction.Conclude or CaseAction.Lift)) db.Note(found, CaseAction.Conclude, access, Now.AddMicroseconds(1));   // who closes a case ends its supervision
        if (then is not null) await then(found, entry);
        if (found.WholeId is { } whole && wasOpen && !found.Status.IsOpen()) await EndPartAsync(whole, found, ct);
        if (LeavesSaving) return CaseState.Of(found);
        try
        {
            await db.SaveChangesAsync(ct);
            return CaseState.Of(found);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            if (await FindAsync(id, ct) is not { } now) return Problem.NotFound;
            if (now.WholeId is null || now.Version != version) return await StaleAsync(now, version, ct);
        }
        // Another part of the same whole ended at this moment: the case itself is as the caller saw it.
        return await DoAsync(id, version, action, change, remark, facts, forReporter, then, ct);
    }

    /// <summary>A part has ended: with the last one the whole is closed, and its reporters are told.</summary>
    private async Task EndPartAsync(Guid key, Case part, CancellationToken ct)
    {
        var whole = db.Cases.Local.FirstOrDefault(c => c.Id == key) ?? await db.Cases.SingleAsync(c => c.Id == key, ct);
        if (!whole.PartEnds(late: part.OnTime is false, Now)) return;
        whole.Wind(calendars.For(null));
        db.Remember(whole, CaseAction.Complete, new SystemAccess("parts"), Now);
        await reporters.TellAsync(whole, CaseAction.Complete, null, Now, ct);
    }

    /// <summary>Somebody was faster: what they did meanwhile.</summary>
    public async Task<Problem> StaleAsync(Case now, int seen, CancellationToken ct)
    {
        var since = await db.History.AsNoTracking().Where(h => h.CaseId == now.Id && h.Version > seen).OrderBy(h => h.At)
            .Select(h => new CaseChange(h.At, h.Action, h.ActorName, h.Remark)).ToListAsync(ct);
        return CaseErrors.Stale(now, since);
    }
}

/// <summary>A case after a change.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Case number.</param>
/// <param name="Status">State.</param>
/// <param name="Version">Version to send with the next change.</param>
/// <param name="DueAt">When the running clock ends.</param>
internal sealed record CaseState(Guid Id, string Number, CaseStatus Status, int Version, DateTimeOffset? DueAt)
{
    public static CaseState Of(Case found) => new(found.Id, found.Number, found.Status, found.Version, found.DueAt);
}
