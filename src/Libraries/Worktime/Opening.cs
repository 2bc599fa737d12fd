namespace Linli.Worktime;

/// <summary>
/// One stretch of office time, in UTC ticks, with its place on the two axes of its year: office time worked since New Year, and
/// office days gone since New Year (a day is <see cref="TimeSpan.TicksPerDay"/> long on its axis, whatever its hours).
/// </summary>
internal readonly record struct Opening(long From, long To, long WorkedBefore, long DaysBefore, long InDayBefore, long DayLength)
{
    public long Begin(LimitUnit unit) => unit is LimitUnit.WorkingHours ? WorkedBefore : DaysBefore + Scaled(InDayBefore);

    public long End(LimitUnit unit) => Position(To, unit);

    public long Position(long instant, LimitUnit unit) => unit is LimitUnit.WorkingHours
        ? WorkedBefore + instant - From
        : DaysBefore + Scaled(InDayBefore + instant - From);

    public long Instant(long position, LimitUnit unit) => unit is LimitUnit.WorkingHours
        ? From + position - WorkedBefore
        : From - InDayBefore + Rounded(position - DaysBefore, DayLength, TimeSpan.TicksPerDay);

    private long Scaled(long worked) => Rounded(worked, TimeSpan.TicksPerDay, DayLength);

    // An office day is never longer than the axis is fine, so going there and back gives the same tick.
    private static long Rounded(long value, long numerator, long denominator) =>
        (long)(((UInt128)(ulong)value * (ulong)numerator + (ulong)denominator / 2) / (ulong)denominator);
}
