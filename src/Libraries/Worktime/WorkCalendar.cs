using System.Collections.Concurrent;

namespace Linli.Worktime;

/// <summary>
/// When an office works: public holidays and make-up days, its own office hours, its time zone. Immutable and safe to share; keep one
/// per distinct set of hours, for the tables of each year are built once, on first use.
/// <para>Working hours and days that begin outside of office time begin with the next opening. A limit in working hours that runs
/// out at closing time ends then, not next morning. N working days end at the same clock position N office days later; where the
/// hours of the two days differ, at the same fraction of the day. Natural hours and days are counted by the clock.</para>
/// </summary>
public sealed class WorkCalendar(PublicHolidays holidays, OfficeHours hours, TimeZoneInfo? zone = null)
{
    private readonly ConcurrentDictionary<int, OfficeYear> years = new();

    /// <summary>Holidays of China, standard office hours, China Standard Time.</summary>
    public static WorkCalendar Standard { get; } = new(PublicHolidays.China, OfficeHours.Standard);

    /// <summary>Every hour counts: emergencies.</summary>
    public static WorkCalendar RoundTheClock { get; } = new(PublicHolidays.None, OfficeHours.RoundTheClock);

    /// <summary>The holidays it keeps.</summary>
    public PublicHolidays Holidays { get; } = holidays;

    /// <summary>Its office hours.</summary>
    public OfficeHours Hours { get; } = hours;

    /// <summary>Where its clock hangs; Asia/Shanghai unless said otherwise.</summary>
    public TimeZoneInfo Zone { get; } = zone ?? TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The instant, in UTC, at which <paramref name="limit"/> is used up when it starts at <paramref name="start"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end lies beyond the year 9998.</exception>
    public DateTimeOffset Add(DateTimeOffset start, Limit limit)
    {
        if (limit.Unit is LimitUnit.Hours or LimitUnit.Days) return start.ToUniversalTime().AddTicks(limit.Ticks);
        if (limit.Ticks == 0) return NextOpening(start);
        var (number, year) = YearOf(start.UtcTicks);
        var position = year.Position(start.UtcTicks, limit.Unit) + limit.Ticks;
        for (var total = year.Total(limit.Unit); IsBeyond(position, total, limit.Unit); total = year.Total(limit.Unit))
        {
            position -= total;
            year = Year(++number);
        }
        return new(year.Instant(position, limit.Unit), TimeSpan.Zero);
    }

    /// <summary>How much of <paramref name="unit"/> lies between two instants; nothing when the end is not after the start.</summary>
    public Limit Measure(DateTimeOffset start, DateTimeOffset end, LimitUnit unit)
    {
        if (end <= start) return new(0L, unit);
        if (unit is LimitUnit.Hours or LimitUnit.Days) return new((end - start).Ticks, unit);
        var (number, year) = YearOf(start.UtcTicks);
        var measured = -year.Position(start.UtcTicks, unit);
        for (; end.UtcTicks >= year.End; year = Year(++number)) measured += year.Total(unit);
        return new(measured + year.Position(end.UtcTicks, unit), unit);
    }

    /// <summary>Whether the office is open: the first instant of an opening is, the last is not.</summary>
    public bool IsOpen(DateTimeOffset at) => YearOf(at.UtcTicks).Year.OpenAtOrAfter(at.UtcTicks)?.From <= at.UtcTicks;

    /// <summary>The instant itself when the office is open, else its next opening, in UTC.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at)
    {
        var (number, year) = YearOf(at.UtcTicks);
        Opening? opening;
        while ((opening = year.OpenAtOrAfter(at.UtcTicks)) is null) year = Year(++number);
        return new(Math.Max(at.UtcTicks, opening.Value.From), TimeSpan.Zero);
    }

    /// <summary>What the calendar makes of a date.</summary>
    public CalendarDay Day(DateOnly date)
    {
        if (Holidays.MakeUp(date) is { } earned && Hours.On(date.DayOfWeek).Count == 0) return new(date, DayKind.MakeUp, Hours.OnMakeUpDays, earned);
        if (Holidays.Off(date) is { } holiday) return new(date, DayKind.Holiday, [], holiday);
        var hours = Hours.On(date.DayOfWeek);
        return new(date, hours.Count > 0 ? DayKind.Office : DayKind.Weekend, hours, null);
    }

    /// <summary>The instant on the calendar's own clock.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    internal (long From, long To) Instants(DateOnly date, OfficeRange range) =>
        (Utc(date, range.Start), Utc(date, range.End));

    internal long Midnight(DateOnly date) => Utc(date, 0);

    private long Utc(DateOnly date, long timeOfDay)
    {
        var local = new DateTime(date.DayNumber * TimeSpan.TicksPerDay + timeOfDay);
        return local.Ticks - Zone.GetUtcOffset(local).Ticks;
    }

    private (int Number, OfficeYear Year) YearOf(long instant)
    {
        var number = new DateTime(instant).Year;
        var year = Year(number);
        if (instant >= year.End) year = Year(++number);
        else if (instant < year.Start) year = Year(--number);
        return (number, year);
    }

    private OfficeYear Year(int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9998);
        return years.GetOrAdd(number, static (year, calendar) => new(year, calendar), this);
    }

    private static bool IsBeyond(long position, long total, LimitUnit unit) =>
        position > total || (position == total && unit is LimitUnit.WorkingDays);
}
