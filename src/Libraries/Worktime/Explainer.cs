namespace Linli.Worktime;

/// <summary>Looks at the days between start and deadline once more and names those that did not count.</summary>
internal static class Explainer
{
    public static Explanation Explain(Clock clock, WorkCalendar calendar)
    {
        var due = clock.Due(calendar);
        var working = clock.Limit.Unit is LimitUnit.WorkingHours or LimitUnit.WorkingDays;
        var from = working ? calendar.NextOpening(clock.Started) : clock.Started;
        var (first, last) = (calendar.Local(clock.Started), calendar.Local(due ?? LatestPause(clock) ?? from));
        var days = working ? Days(calendar, first, last).ToList() : [];
        return new()
        {
            Started = first,
            CountedFrom = calendar.Local(from),
            Limit = clock.Total,
            Extension = clock.Extension,
            Due = due is null ? null : last,
            Skipped = [.. Breaks(days, calendar, from, due ?? last), .. DaysOff(days, calendar), .. Pauses(clock, calendar)],
            MakeUpDays = [.. days.Where(day => day.Kind is DayKind.MakeUp).Select(day => day.Date)],
            UnannouncedYears = [.. Unannounced(days, calendar.Holidays)],
        };
    }

    private static DateTimeOffset? LatestPause(Clock clock) => clock.Pauses is [] ? null : clock.Pauses.Max(pause => pause.From);

    private static IEnumerable<CalendarDay> Days(WorkCalendar calendar, DateTimeOffset first, DateTimeOffset last)
    {
        var end = DateOnly.FromDateTime(last.DateTime);
        for (var date = DateOnly.FromDateTime(first.DateTime); date <= end; date = date.AddDays(1)) yield return calendar.Day(date);
    }

    private static IEnumerable<SkippedTime> Breaks(List<CalendarDay> days, WorkCalendar calendar, DateTimeOffset from, DateTimeOffset to) => days
        .SelectMany(day => day.Hours.Zip(day.Hours.Skip(1), (before, after) => (day.Date, Gap: new OfficeRange(before.To, after.From))))
        .Select(gap => (gap.Gap, Span: calendar.Instants(gap.Date, gap.Gap)))
        .Where(gap => gap.Span.From < to.UtcTicks && gap.Span.To > from.UtcTicks && gap.Span.From < gap.Span.To)
        .DistinctBy(gap => gap.Gap)
        .Select(gap => new SkippedTime(SkipReason.Break, Local(calendar, gap.Span.From), Local(calendar, gap.Span.To)));

    private static IEnumerable<SkippedTime> DaysOff(List<CalendarDay> days, WorkCalendar calendar)
    {
        for (var first = 0; first < days.Count; first++)
        {
            if (days[first].IsOffice) continue;
            var last = first;
            while (last + 1 < days.Count && days[last + 1].Kind == days[first].Kind && days[last + 1].Holiday == days[first].Holiday) last++;
            var reason = days[first].Kind is DayKind.Holiday ? SkipReason.Holiday : SkipReason.Weekend;
            yield return new(reason, Local(calendar, calendar.Midnight(days[first].Date)),
                Local(calendar, calendar.Midnight(days[last].Date.AddDays(1))), days[first].Holiday);
            first = last;
        }
    }

    private static IEnumerable<SkippedTime> Pauses(Clock clock, WorkCalendar calendar) => clock.Pauses
        .OrderBy(pause => pause.From)
        .Select(pause => new SkippedTime(SkipReason.Pause, calendar.Local(pause.From), pause.To is { } to ? calendar.Local(to) : null));

    // A calendar that keeps no public holidays at all has nothing to wait for.
    private static IEnumerable<int> Unannounced(List<CalendarDay> days, PublicHolidays holidays) => holidays.Arrangements is []
        ? []
        : days.Select(day => day.Date.Year).Distinct().Where(year => !holidays.Knows(year));

    private static DateTimeOffset Local(WorkCalendar calendar, long instant) => calendar.Local(new(instant, TimeSpan.Zero));
}
