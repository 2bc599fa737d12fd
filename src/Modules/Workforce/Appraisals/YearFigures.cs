using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>What the module knows of somebody's year.</summary>
/// <param name="Shifts">Shifts of published rosters, up to today.</param>
/// <param name="LeaveDays">Calendar days of granted leave.</param>
/// <param name="Hours">Hours of the courses they took.</param>
/// <param name="Passed">How many of these they passed.</param>
internal sealed record YearFigures(int Shifts, int LeaveDays, int Hours, int Passed);

/// <summary>Counts years: one query for each figure, however many people.</summary>
internal sealed class YearFiguresReader(AppDb db)
{
    /// <param name="workers">Whose.</param>
    /// <param name="first">First day of the year.</param>
    /// <param name="last">Its last day, or today.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<Guid, YearFigures>> ReadAsync(IReadOnlyCollection<Guid> workers, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var shifts = await db.PublishedShifts().Where(s => workers.Contains(s.WorkerId) && s.Day >= first && s.Day <= last)
            .GroupBy(s => s.WorkerId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var leave = (await db.Leaves.Where(l => workers.Contains(l.WorkerId) && l.State == LeaveState.Granted && l.FirstDay <= last && l.LastDay >= first)
            .Select(l => new { l.WorkerId, l.FirstDay, l.LastDay }).ToListAsync(ct)).ToLookup(l => l.WorkerId, l => DaysWithin(l.FirstDay, l.LastDay, first, last));
        var training = await (from taken in db.Attendances
                              join course in db.Courses on taken.CourseId equals course.Id
                              where workers.Contains(taken.WorkerId) && course.HeldOn >= first && course.HeldOn <= last
                              group new { course.Hours, taken.Passed } by taken.WorkerId into each
                              select new { each.Key, Hours = each.Sum(c => c.Hours), Passed = each.Count(c => c.Passed) }).ToDictionaryAsync(t => t.Key, ct);
        return workers.ToDictionary(id => id, id => new YearFigures(shifts.GetValueOrDefault(id), leave[id].Sum(), training.GetValueOrDefault(id)?.Hours ?? 0, training.GetValueOrDefault(id)?.Passed ?? 0));
    }

    private static int DaysWithin(DateOnly from, DateOnly to, DateOnly first, DateOnly last) => (to < last ? to : last).DayNumber - (from > first ? from : first).DayNumber + 1;
}
