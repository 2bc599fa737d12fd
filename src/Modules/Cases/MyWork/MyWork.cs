using Linli.Cases.ListCases;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.MyWork;

/// <summary>What waits for the reader, due first: the open cases whose next step is theirs. The first <see cref="Most"/> can be paged through.</summary>
internal sealed class MyWorkHandler(AppDb db, IAccess access, TimeProvider clock)
{
    public const int Most = 1_000;
    public const int PageSize = 30;
    private const int AlertsShown = 8;

    public async Task<WorkOnTheDesk> HandleAsync(int page, CancellationToken ct)
    {
        var (mine, now) = (Mine(), clock.GetUtcNow());
        var counted = await mine.OrderBy(c => c.DueOrder).Select(c => c.DueOrder < now).Take(Most).GroupBy(late => late).Select(g => new { Late = g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Late, c => c.Count, ct);
        return new(
            await mine.InOrder("due").Select(CaseRow.Of).Skip((Math.Clamp(page, 1, Most / PageSize) - 1) * PageSize).Take(PageSize).ToListAsync(ct),
            counted.Values.Sum(),
            counted.GetValueOrDefault(true),
            await (from alert in db.Alerts.AsNoTracking()
                   join found in db.Cases.Seen(db, access) on alert.CaseId equals found.Id
                   where found.ClosedAt == null
                   orderby alert.At descending
                   select new AlertLine(found.Id, found.Number, found.Title, alert.Percent, alert.At)).Take(AlertsShown).ToListAsync(ct));
    }

    /// <summary>How many wait; counting stops at <paramref name="most"/>.</summary>
    public Task<int> CountAsync(int most, CancellationToken ct) => Mine().Take(most).CountAsync(ct);

    /// <summary>States whose onward step the reader may take; a unit's steps only on what their unit has or assists in, a verification not of their own work; and what a unit asks leave for.</summary>
    private IQueryable<Case> Mine()
    {
        var steps = CaseStatuses.Open.Where(s => CaseTransitions.Onward(s) is { } step && access.May(CaseTransitions.Of(step).Permission)).ToList();
        var ofUnit = steps.Where(s => s is CaseStatus.Dispatched or CaseStatus.Handling).ToList();
        var inScope = steps.Except(ofUnit).ToList();
        var parts = db.Assignments.Where(a => a.EndedAt == null && a.Role == AssignmentRole.Assist);
        var (unit, self, answers, assists) = (access.Unit, access.Actor.Id, access.May(CasesPolicies.Approve), access.May(CasesPolicies.Handle));
        return db.Cases.AsNoTracking().Seen(db, access).Where(c => c.ClosedAt == null
            && ((inScope.Contains(c.Status) && (c.Status != CaseStatus.Handled || c.HandlerId == null || c.HandlerId != self))
                || (ofUnit.Contains(c.Status) && c.UnitId == unit && unit != null)
                || (answers && c.Asked != null)
                || (assists && unit != null && parts.Any(a => a.CaseId == c.Id && a.UnitId == unit))));
    }
}

/// <summary>The reader's work.</summary>
internal sealed record WorkOnTheDesk(IReadOnlyList<CaseRow> Rows, int Count, int Overdue, IReadOnlyList<AlertLine> Alerts);

/// <summary>An alert on a case that is still open.</summary>
internal sealed record AlertLine(Guid CaseId, string Number, string Title, int Percent, DateTimeOffset At);
