using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>Leave as shown.</summary>
/// <param name="Reason">Why; null where nothing was said.</param>
/// <param name="Shifts">Days in published rosters on which the person has a shift meanwhile.</param>
internal sealed record LeaveLine(
    Guid Id, Guid WorkerId, string Name, string DivisionCode, LeaveKind Kind, DateOnly FirstDay, DateOnly LastDay, string? Reason, LeaveState State,
    string? DecidedBy, string? Answer, IReadOnlyList<DateOnly> Shifts, bool Own, int Version);

/// <summary>Reads leave: one's own, and with <see cref="WorkforcePolicies.Leave"/> that of the caller's divisions.</summary>
internal sealed class LeaveReader(AppDb db, IAccess access, FieldCipher cipher, SiteTime site, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>Leave that the caller may see, as a condition of the query.</summary>
    public IQueryable<Leave> Seen()
    {
        var self = access.Actor.Id;
        var own = db.Workers.Where(w => w.AccountId == self && w.AccountId != null).Select(w => w.Id);
        if (!access.May(WorkforcePolicies.Leave)) return db.Leaves.Where(l => own.Contains(l.WorkerId));
        var within = db.Leaves.Within(access).Select(l => l.Id);
        return db.Leaves.Where(l => own.Contains(l.WorkerId) || within.Contains(l.Id));
    }

    /// <summary>What waits first, then what was decided within a year, the latest first.</summary>
    public async Task<IReadOnlyList<LeaveLine>> ListAsync(bool own, CancellationToken ct)
    {
        var since = site.Date(clock.GetUtcNow()).AddYears(-1);
        var rows = await (from leave in Seen().AsNoTracking() where leave.LastDay >= since
                          join worker in db.Workers on leave.WorkerId equals worker.Id
                          where !own || worker.AccountId == access.Actor.Id
                          orderby leave.State == LeaveState.Asked ? 0 : 1, leave.FirstDay descending
                          select new { Leave = leave, worker.Name, worker.AccountId }).Take(Most).ToListAsync(ct);
        var ids = rows.Select(r => r.Leave.WorkerId).Distinct().ToList();
        var shifts = (await db.PublishedShifts().Where(s => ids.Contains(s.WorkerId) && s.Day >= since).Select(s => new { s.WorkerId, s.Day }).ToListAsync(ct)).ToLookup(s => s.WorkerId, s => s.Day);
        return [.. rows.Select(r => new LeaveLine(
            r.Leave.Id, r.Leave.WorkerId, r.Name, r.Leave.DivisionCode, r.Leave.Kind, r.Leave.FirstDay, r.Leave.LastDay,
            r.Leave.Reason is { } reason ? cipher.Unprotect(reason, Leave.ReasonPurpose) : null, r.Leave.State, r.Leave.DecidedBy, r.Leave.Answer,
            r.Leave.State is LeaveState.Asked or LeaveState.Granted ? [.. shifts[r.Leave.WorkerId].Where(day => day >= r.Leave.FirstDay && day <= r.Leave.LastDay).Order()] : [],
            r.AccountId == access.Actor.Id, r.Leave.Version))];
    }
}
