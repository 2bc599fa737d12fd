namespace Linli.Worktime;

/// <summary>All office time of one local calendar year, indexed so that adding and measuring are two binary searches.</summary>
internal sealed class OfficeYear
{
    private readonly Opening[] openings;
    private readonly long worked;
    private readonly long days;

    public OfficeYear(int year, WorkCalendar calendar)
    {
        var found = new List<Opening>(800);
        for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1))
        {
            var stretches = calendar.Day(date).Hours.Select(hours => calendar.Instants(date, hours)).Where(s => s.From < s.To).ToList();
            var length = stretches.Sum(s => s.To - s.From);
            var inDay = 0L;
            foreach (var (from, to) in stretches)
            {
                found.Add(new(from, to, worked, days, inDay, length));
                worked += to - from;
                inDay += to - from;
            }
            if (length > 0) days += TimeSpan.TicksPerDay;
            if (date.DayNumber == DateOnly.MaxValue.DayNumber) break;
        }
        openings = [.. found];
        Start = calendar.Midnight(new DateOnly(year, 1, 1));
        End = year < DateOnly.MaxValue.Year ? calendar.Midnight(new DateOnly(year + 1, 1, 1)) : long.MaxValue;
    }

    /// <summary>First instant of the year, in UTC ticks.</summary>
    public long Start { get; }

    /// <summary>First instant after the year.</summary>
    public long End { get; }

    public long Total(LimitUnit unit) => unit is LimitUnit.WorkingHours ? worked : days;

    /// <summary>The opening at or after the instant, or null when the year has none left.</summary>
    public Opening? OpenAtOrAfter(long instant)
    {
        var (low, high) = (0, openings.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (openings[middle].To > instant) high = middle;
            else low = middle + 1;
        }
        return low < openings.Length ? openings[low] : null;
    }

    /// <summary>How much of the year's office time is over at the instant.</summary>
    public long Position(long instant, LimitUnit unit) => OpenAtOrAfter(instant) is { } opening
        ? opening.Position(Math.Max(instant, opening.From), unit)
        : Total(unit);

    /// <summary>
    /// The instant at which so much of the year's office time is over. Between two openings hours end with the first of them,
    /// days begin with the second.
    /// </summary>
    public long Instant(long position, LimitUnit unit)
    {
        var (low, high) = (0, openings.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var end = openings[middle].End(unit);
            if (end > position || (end == position && unit is LimitUnit.WorkingHours)) high = middle;
            else low = middle + 1;
        }
        return openings[low].Instant(position, unit);
    }
}
