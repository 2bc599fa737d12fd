using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>Annual leave of a worker in a year, in working days.</summary>
internal sealed record YearOfLeave(int Year, int Entitled, int Taken)
{
    public int Left => Entitled - Taken;
}

/// <summary>Counts annual leave: working days of the unit's calendar, each in its own year.</summary>
internal sealed class LeaveBalance(AppDb db, ICalendars calendars)
{
    public async Task<YearOfLeave> OfAsync(Worker worker, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var granted = await db.Leaves.AsNoTracking()
            .Where(l => l.WorkerId == worker.Id && l.Kind == LeaveKind.Annual && l.State == LeaveState.Granted && l.FirstDay <= last && l.LastDay >= first).ToListAsync(ct);
        return new(year, worker.AnnualLeave, granted.Sum(leave => WorkingDays(worker, leave, year)));
    }

    /// <summary>The first year in which there is not enough left for leave that is asked; null when there is.</summary>
    public async Task<YearOfLeave?> LackingAsync(Worker worker, Leave leave, CancellationToken ct)
    {
        if (leave.Kind is not LeaveKind.Annual) return null;
        for (var year = leave.FirstDay.Year; year <= leave.LastDay.Year; year++)
            if (await OfAsync(worker, year, ct) is var balance && WorkingDays(worker, leave, year) > balance.Left) return balance;
        return null;
    }

    private int WorkingDays(Worker worker, Leave leave, int year)
    {
        var calendar = calendars.For(worker.UnitId);
        return leave.Days.Count(day => day.Year == year && calendar.Day(day).IsOffice);
    }
}
