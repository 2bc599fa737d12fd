using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>A worker is away; meanwhile their stand-ins serve their grids.</summary>
internal sealed record MarkAbsence : ICommand
{
    /// <summary>Whose; without it, the caller's own.</summary>
    public Guid? AccountId { get; set; }

    [Required(ErrorMessage = "grids.day-missing")] public DateOnly? FirstDay { get; set; }
    [Required(ErrorMessage = "grids.day-missing")] public DateOnly? LastDay { get; set; }
    [Required(ErrorMessage = "grids.reason-missing"), StringLength(100, ErrorMessage = "grids.name-too-long")] public string? Reason { get; set; }
}

/// <summary>Takes an absence back, or ends it early.</summary>
internal sealed record EndAbsence(int Version) : ICommand;

/// <summary>Keeps absences: one's own, or with <see cref="GridsPolicies.ManageTeams"/> those of the caller's divisions.</summary>
internal sealed class MarkAbsenceHandler(AppDb db, IAccess access, TeamChange change, IStaff staff, SiteTime site, TimeProvider clock)
{
    private const int LongestDays = 366;

    public async Task<Result<Guid>> Mark(MarkAbsence command, CancellationToken ct)
    {
        var (now, account) = (clock.GetUtcNow(), command.AccountId ?? access.Actor.Id);
        var (first, last, today) = (command.FirstDay!.Value, command.LastDay!.Value, site.Date(now));
        if (last < first || last < today || last.DayNumber - first.DayNumber > LongestDays) return Problem.Invalid("lastDay", "grids.absence-days");
        var grids = await db.ServedBy(account, today).ToListAsync(ct);
        if (grids.Count == 0) return Problem.Invalid("accountId", "grids.no-worker");
        var division = Absence.Around(grids);
        if (!MayMark(account!.Value, division)) return Problem.Forbidden;
        if (await db.Absences.AnyAsync(a => a.AccountId == account && a.EndedAt == null && a.FirstDay <= last && a.LastDay >= first, ct)) return Problem.Invalid("firstDay", "grids.absence-overlaps");
        var absence = new Absence
        {
            Id = Guid.CreateVersion7(now), AccountId = account.Value, DivisionCode = division, FirstDay = first, LastDay = last,
            Reason = command.Reason!.Trim(), EnteredBy = access.Actor.Name, EnteredAt = now,
        };
        db.Add(absence);
        return await change.SaveAsync("grids.mark-absence", "account/" + account, division, new { absence = absence.Id, first, last }, ct) is { } problem ? problem : absence.Id;
    }

    public async Task<Result<Done>> End(Guid id, EndAbsence command, CancellationToken ct)
    {
        if (await Seen().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } absence) return Problem.NotFound;
        if (!MayMark(absence.AccountId, absence.DivisionCode)) return Problem.Forbidden;
        if (absence.Version != command.Version || !absence.TryEnd(access.Actor.Name, clock.GetUtcNow())) return Problem.Stale;
        return await change.SaveAsync("grids.end-absence", "account/" + absence.AccountId, absence.DivisionCode, new { absence = id }, ct) is { } problem ? problem : new Done();
    }

    /// <summary>Absences that last or are to come, and those that ended within the last month, the latest first.</summary>
    public async Task<IReadOnlyList<AbsenceLine>> List(CancellationToken ct)
    {
        var (today, shown) = (site.Date(clock.GetUtcNow()), site.Date(clock.GetUtcNow()).AddMonths(-1));
        var rows = await Seen().AsNoTracking().Where(a => a.LastDay >= shown).OrderByDescending(a => a.LastDay).ThenBy(a => a.Id).ToListAsync(ct);
        var names = await staff.NamesAsync([.. rows.Select(a => a.AccountId).Distinct()], ct);
        return [.. rows.Select(a => new AbsenceLine(a.Id, a.AccountId, names.GetValueOrDefault(a.AccountId, ""), a.DivisionCode, a.FirstDay, a.LastDay, a.Reason, a.EnteredBy, a.EndedAt, a.EndedBy,
            a.EndedAt is not null ? AbsenceState.Ended : a.LastDay < today ? AbsenceState.Over : a.FirstDay > today ? AbsenceState.ToCome : AbsenceState.Lasts,
            MayMark(a.AccountId, a.DivisionCode), a.Version))];
    }

    private IQueryable<Absence> Seen()
    {
        var (self, within) = (access.Actor.Id, db.Absences.Within(access).Select(a => a.Id));
        return db.Absences.Where(a => a.AccountId == self || within.Contains(a.Id));
    }

    private bool MayMark(Guid account, string division) =>
        (account == access.Actor.Id && access.May(GridsPolicies.Serve)) || (access.May(GridsPolicies.ManageTeams) && access.Sees(division));
}

/// <summary>An absence as shown.</summary>
internal sealed record AbsenceLine(
    Guid Id, Guid AccountId, string Name, string DivisionCode, DateOnly FirstDay, DateOnly LastDay, string Reason, string EnteredBy,
    DateTimeOffset? EndedAt, string? EndedBy, AbsenceState State, bool MayEnd, int Version);

internal enum AbsenceState
{
    /// <summary>It is now.</summary>
    Lasts,

    /// <summary>It begins later.</summary>
    ToCome,

    /// <summary>Its last day has passed.</summary>
    Over,

    /// <summary>Somebody ended it, or took it back.</summary>
    Ended,
}
