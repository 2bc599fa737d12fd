namespace Linli.Workforce;

/// <summary>A shift as the rules see it.</summary>
internal readonly record struct Duty(Guid WorkerId, DateOnly Day, ShiftKind Kind);

/// <summary>Somebody in a roster.</summary>
/// <param name="Id">Key of the worker.</param>
/// <param name="Since">Their first day: who came later is not measured against the others.</param>
/// <param name="Away">Days of granted leave.</param>
internal sealed record Crew(Guid Id, DateOnly Since, IReadOnlySet<DateOnly> Away);

/// <summary>Whether a week of a roster keeps to the rules: a pure function of people, shifts and limits.</summary>
/// <param name="limits">The figures.</param>
/// <param name="times">The hours of each kind of shift.</param>
internal sealed class RestRules(RestLimits limits, IReadOnlyDictionary<ShiftKind, ShiftTimes> times)
{
    public const int DaysAWeek = 7;

    /// <summary>The first day whose shifts count for a week: enough of them for rotation, and for what was begun before it.</summary>
    public DateOnly From(DateOnly monday) => monday.AddDays(-Math.Max((limits.RotationWeeks - 1) * DaysAWeek, Math.Max(limits.MostDaysInRow, limits.MostNightsInRow) + 1));

    /// <summary>The last day whose shifts count for a week.</summary>
    public DateOnly Until(DateOnly monday) => monday.AddDays(DaysAWeek + Math.Max(limits.MostDaysInRow, limits.MostNightsInRow));

    /// <summary>What a week breaks, by day.</summary>
    /// <param name="monday">Its first day.</param>
    /// <param name="people">Everybody who could work in it.</param>
    /// <param name="duties">Their shifts from <see cref="From"/> to <see cref="Until"/>, at most one a day each.</param>
    public IReadOnlyList<Breach> Check(DateOnly monday, IReadOnlyList<Crew> people, IReadOnlyCollection<Duty> duties)
    {
        var own = people.ToDictionary(one => one.Id, one => duties.Where(duty => duty.WorkerId == one.Id).OrderBy(duty => duty.Day).ToList());
        return [.. people.SelectMany(one => OfOne(monday, one, own[one.Id]))
            .Concat(Shared(RestRule.NightsShared, monday, people, own, duty => duty.Kind is ShiftKind.Night))
            .Concat(Shared(RestRule.WeekendsShared, monday, people, own, duty => duty.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Concat(Staffing(monday, duties))
            .OrderBy(breach => breach.Day).ThenBy(breach => breach.Rule)];
    }

    private IEnumerable<Breach> OfOne(DateOnly monday, Crew one, List<Duty> duties)
    {
        foreach (var (before, after) in duties.Zip(duties.Skip(1)))
            if ((IsIn(monday, before.Day) || IsIn(monday, after.Day)) && MinutesBetween(before, after) is var minutes && minutes < limits.LeastHoursBetween * 60)
                yield return new(RestRule.HoursBetween, IsIn(monday, after.Day) ? after.Day : before.Day, one.Id, minutes / 60, limits.LeastHoursBetween);

        foreach (var (day, length) in Runs(monday, duties, limits.MostDaysInRow))
            yield return new(RestRule.DaysInRow, day, one.Id, length, limits.MostDaysInRow);
        foreach (var (day, length) in Runs(monday, duties.FindAll(duty => duty.Kind is ShiftKind.Night), limits.MostNightsInRow))
            yield return new(RestRule.NightsInRow, day, one.Id, length, limits.MostNightsInRow);

        var week = duties.FindAll(duty => IsIn(monday, duty.Day));
        if (DaysAWeek - week.Count < limits.LeastRestDays) yield return new(RestRule.RestDays, week[^1].Day, one.Id, DaysAWeek - week.Count, limits.LeastRestDays);
        foreach (var duty in week.Where(duty => one.Away.Contains(duty.Day)))
            yield return new(RestRule.OnLeave, duty.Day, one.Id, 1, 0);
    }

    /// <summary>Runs of days that are too long and reach into the week: the day on which they become so, or the nearest of the week.</summary>
    private static IEnumerable<(DateOnly Day, int Length)> Runs(DateOnly monday, List<Duty> duties, int most)
    {
        for (int first = 0, next; first < duties.Count; first = next)
        {
            for (next = first + 1; next < duties.Count && duties[next].Day == duties[next - 1].Day.AddDays(1);) next++;
            var (from, until, length) = (duties[first].Day, duties[next - 1].Day, next - first);
            if (length <= most || until < monday || from >= monday.AddDays(DaysAWeek)) continue;
            var over = from.AddDays(most);
            yield return (over < monday ? monday : IsIn(monday, over) ? over : monday.AddDays(DaysAWeek - 1), length);
        }
    }

    /// <summary>Who has more of the burden than somebody else who was there all the time.</summary>
    private IEnumerable<Breach> Shared(RestRule rule, DateOnly monday, IReadOnlyList<Crew> people, Dictionary<Guid, List<Duty>> own, Func<Duty, bool> counts)
    {
        var (from, until) = (monday.AddDays(-(limits.RotationWeeks - 1) * DaysAWeek), monday.AddDays(DaysAWeek));
        var burden = people.Where(one => one.Since <= from && !one.Away.Any(day => day >= from && day < until))
            .Select(one => (one.Id, Duties: own[one.Id].FindAll(duty => duty.Day >= from && duty.Day < until && counts(duty)))).ToList();
        if (burden.Count == 0) yield break;
        var least = burden.Min(one => one.Duties.Count);
        foreach (var (id, duties) in burden)
            if (duties.Count - least > limits.MostApart && IsIn(monday, duties[^1].Day))
                yield return new(rule, duties[^1].Day, id, duties.Count, least + limits.MostApart);
    }

    private IEnumerable<Breach> Staffing(DateOnly monday, IReadOnlyCollection<Duty> duties) =>
        from day in Enumerable.Range(0, DaysAWeek).Select(monday.AddDays)
        let there = duties.Count(duty => duty.Day == day)
        where there < limits.LeastPeople
        select new Breach(RestRule.Staffing, day, null, there, limits.LeastPeople);

    private int MinutesBetween(Duty before, Duty after) => times[after.Kind].StartOn(after.Day) - times[before.Kind].EndOn(before.Day);

    private static bool IsIn(DateOnly monday, DateOnly day) => day >= monday && day < monday.AddDays(DaysAWeek);
}
