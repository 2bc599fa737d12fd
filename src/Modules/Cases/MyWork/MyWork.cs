using Linli.Cases.ListCases;
using Linli.Cases.Watching;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Live;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.MyWork;

/// <summary>What waits for the reader, due first: the open cases whose next step is theirs. The first <see cref="Most"/> can be paged through; a page past the end is the last one.</summary>
internal sealed class MyWorkHandler(AppDb db, IAccess access, TimeProvider clock, ReaderMemory memory)
{
    public const int Most = 1_000;
    public const int PageSize = 30;
    private const int AlertsShown = 8, CallsShown = 8, ChangesRead = 50;

    public async Task<WorkOnTheDesk> HandleAsync(int page, CancellationToken ct)
    {
        var (mine, now) = (Mine(), clock.GetUtcNow());
        var counted = await mine.OrderBy(c => c.DueOrder).Select(c => c.DueOrder < now).Take(Most).GroupBy(late => late).Select(g => new { Late = g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Late, c => c.Count, ct);
        var count = counted.Values.Sum();
        page = Math.Clamp(page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        return new(
            await mine.InOrder("due").Select(CaseRow.Of).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct),
            page,
            count,
            counted.GetValueOrDefault(true),
            await memory.ReadAsync(access, "news", async () => new NewsOnTheDesk(await AlertsAsync(ct), await CalledAsync(ct), await WatchedAsync(ct), await SupervisedAsync(ct))));
    }

    /// <summary>The latest alerts on cases that are still open.</summary>
    private Task<List<AlertLine>> AlertsAsync(CancellationToken ct) =>
        (from alert in db.Alerts.AsNoTracking()
         join found in db.Cases.Seen(db, access) on alert.CaseId equals found.Id
         where found.ClosedAt == null
         orderby alert.At descending
         select new AlertLine(found.Id, found.Number, found.Title, alert.Percent, alert.At)).Take(AlertsShown).ToListAsync(ct);

    /// <summary>Who called the reader by name, and has not been read yet.</summary>
    private Task<List<MentionLine>> CalledAsync(CancellationToken ct)
    {
        var self = access.Actor.Id;
        return (from mention in db.Mentions.AsNoTracking()
                where mention.AccountId == self && mention.SeenAt == null
                join found in db.Cases.Seen(db, access) on mention.CaseId equals found.Id
                join entry in db.History on mention.EntryId equals entry.Id
                orderby mention.At descending
                select new MentionLine(found.Id, found.Number, found.Title, entry.ActorName, entry.Remark, mention.At)).Take(CallsShown).ToListAsync(ct);
    }

    /// <summary>What others did to cases that the reader watches since they last looked: of each the latest, and how much it was.</summary>
    private async Task<IReadOnlyList<WatchedLine>> WatchedAsync(CancellationToken ct)
    {
        var self = access.Actor.Id;
        var changes = await (
            from watch in db.Watches.AsNoTracking()
            where watch.AccountId == self
            join found in db.Cases.Seen(db, access) on watch.CaseId equals found.Id
            join entry in db.History on found.Id equals entry.CaseId
            where entry.At > watch.SeenAt && (entry.ActorId == null || entry.ActorId != self)
            orderby entry.At descending
            select new { found.Id, found.Number, found.Title, entry.Action, entry.At }).Take(ChangesRead).ToListAsync(ct);
        return [.. changes.GroupBy(c => c.Id).Select(g => new WatchedLine(g.Key, g.First().Number, g.First().Title, g.First().Action, g.First().At, g.Count()))];
    }

    /// <summary>What the reader supervises, and what their unit has under supervision, the most pressing first.</summary>
    private Task<List<SupervisedLine>> SupervisedAsync(CancellationToken ct)
    {
        var (unit, self) = (access.Unit, access.Actor.Id);
        return db.Cases.AsNoTracking().ByIndex("ix_cases_case_supervised").Seen(db, access)
            .Where(c => c.SupervisedUntil != null && c.ClosedAt == null && ((c.SupervisorId == self && self != null) || (c.UnitId == unit && unit != null)))
            .OrderBy(c => c.SupervisedUntil).ThenBy(c => c.Id).Select(c => new SupervisedLine(c.Id, c.Number, c.Title, c.SupervisedUntil!.Value, c.SupervisorAnsweredAt)).Take(AlertsShown).ToListAsync(ct);
    }

    /// <summary>How many wait; counting stops at <paramref name="most"/>.</summary>
    public Task<int> CountAsync(int most, CancellationToken ct) => Mine().Take(most).CountAsync(ct);

    /// <summary>States whose onward step the reader may take; a unit's steps only on what their unit has or assists in, a verification not of their own work, what was passed up or down only on the desk that has it; and what a unit asks leave for or is consulted about.</summary>
    private IQueryable<Case> Mine()
    {
        var steps = CaseStatuses.Open.Where(s => CaseTransitions.Onward(s) is { } step && access.May(CaseTransitions.Of(step).Permission)).ToList();
        var ofUnit = steps.Where(s => s is CaseStatus.Dispatched or CaseStatus.Handling).ToArray();
        var inScope = steps.Except(ofUnit).ToArray();
        var parts = db.Assignments.Where(a => a.EndedAt == null && (a.Role == AssignmentRole.Assist || a.Role == AssignmentRole.Consult));
        var desks = access.OtherGrids.Append(access.Division).ToList();
        var (unit, self, answers, assists) = (access.Unit, access.Actor.Id, access.May(CasesPolicies.Approve), access.May(CasesPolicies.Handle));
        var cases = access.OwnUnitOnly ? db.Cases.AsNoTracking() : db.Cases.AsNoTracking().ByIndex("ix_cases_case_due");   // due first; what one unit has is few
        return cases.Seen(db, access).Where(c => c.ClosedAt == null
            && ((EF.Constant(inScope).Contains(c.Status) && (c.Desk == null || desks.Contains(c.Desk) || c.DispatchedAt != null) && (c.Status != CaseStatus.Handled || c.HandlerId == null || c.HandlerId != self))
                || (EF.Constant(ofUnit).Contains(c.Status) && c.UnitId == unit && unit != null)
                || (answers && c.Asked != null)
                || (assists && unit != null && parts.Any(a => a.CaseId == c.Id && a.UnitId == unit))));
    }
}

/// <summary>The reader's work.</summary>
internal sealed record WorkOnTheDesk(IReadOnlyList<CaseRow> Rows, int Page, int Count, int Overdue, NewsOnTheDesk News);

/// <summary>What stands beside the work.</summary>
internal sealed record NewsOnTheDesk(IReadOnlyList<AlertLine> Alerts, IReadOnlyList<MentionLine> Calls, IReadOnlyList<WatchedLine> Watched, IReadOnlyList<SupervisedLine> Supervised);

/// <summary>Somebody called the reader by name.</summary>
internal sealed record MentionLine(Guid CaseId, string Number, string Title, string By, string? Words, DateTimeOffset At);

/// <summary>What happened to a case that the reader watches.</summary>
internal sealed record WatchedLine(Guid CaseId, string Number, string Title, CaseAction Latest, DateTimeOffset At, int Changes);

/// <summary>A case under supervision.</summary>
internal sealed record SupervisedLine(Guid CaseId, string Number, string Title, DateOnly Until, DateTimeOffset? AnsweredAt);

/// <summary>An alert on a case that is still open.</summary>
internal sealed record AlertLine(Guid CaseId, string Number, string Title, int Percent, DateTimeOffset At);
