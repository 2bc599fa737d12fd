using FsCheck.Fluent;
using Linli.Worktime;

namespace Linli.Libraries.Tests.Worktime;

public sealed class CalendarProperties
{
    // Office days of different lengths are laid on one axis by rounding to its ticks.
    private const long Rounding = 20;

    [Fact]
    public void Adding_then_measuring_gives_back_the_limit() => Given.Holds(
        from calendar in Given.Calendar
        from start in Given.Moment
        from limit in Given.AnyLimit
        select (calendar, start, limit),
        x => IsNear(x.limit, x.calendar.Measure(x.start, x.calendar.Add(x.start, x.limit), x.limit.Unit)));

    [Fact]
    public void Working_hours_come_back_to_the_tick() => Given.Holds(
        from calendar in Given.Calendar
        from start in Given.Moment
        from limit in Given.LimitIn(LimitUnit.WorkingHours)
        select (calendar, start, limit),
        x => x.limit == x.calendar.Measure(x.start, x.calendar.Add(x.start, x.limit), x.limit.Unit));

    [Fact]
    public void Working_time_never_ends_outside_office_time() => Given.Holds(
        from calendar in Given.Calendar
        from start in Given.Moment
        from unit in Gen.Elements(LimitUnit.WorkingHours, LimitUnit.WorkingDays)
        from limit in Given.LimitIn(unit)
        select (calendar, end: calendar.Add(start, limit)),
        x => x.calendar.IsOpen(x.end) || x.calendar.IsOpen(x.end.AddTicks(-1)));

    [Fact]
    public void A_later_start_never_ends_earlier() => Given.Holds(
        from calendar in Given.Calendar
        from start in Given.Moment
        from hours in Gen.Choose(0, 500)
        from limit in Given.AnyLimit
        select (calendar, start, later: start.AddHours(hours / 10d), limit),
        x => x.calendar.Add(x.start, x.limit) <= x.calendar.Add(x.later, x.limit));

    [Fact]
    public void A_longer_limit_never_ends_earlier() => Given.Holds(
        from calendar in Given.Calendar
        from start in Given.Moment
        from unit in Given.Unit
        from limit in Given.LimitIn(unit)
        from more in Given.LimitIn(unit)
        select (calendar, start, limit, more),
        x => x.calendar.Add(x.start, x.limit) <= x.calendar.Add(x.start, x.limit + x.more));

    [Fact]
    public void Measures_of_two_stretches_sum_up() => Given.Holds(
        from calendar in Given.Calendar
        from moments in Gen.ListOf(Given.Moment, 3)
        from unit in Given.Unit
        select (calendar, moments: moments.Order().ToArray(), unit),
        x => x.calendar.Measure(x.moments[0], x.moments[1], x.unit) + x.calendar.Measure(x.moments[1], x.moments[2], x.unit)
             == x.calendar.Measure(x.moments[0], x.moments[2], x.unit));

    private static bool IsNear(Limit expected, Limit actual) => Math.Abs(expected.Ticks - actual.Ticks) <= Rounding;
}
