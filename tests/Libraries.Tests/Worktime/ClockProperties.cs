using FsCheck.Fluent;
using Linli.Worktime;

namespace Linli.Libraries.Tests.Worktime;

public sealed class ClockProperties
{
    [Fact]
    public void Pausing_delays_by_exactly_the_paused_time() => Given.Holds(
        from calendar in Given.Calendar
        from start in Given.Moment
        from unit in Given.Unit
        from limit in Given.LimitIn(unit)
        from before in Given.LimitIn(unit)
        from pause in Given.LimitIn(unit)
        where before.Amount < limit.Amount
        select (calendar, clock: new Clock(start, limit), moment: calendar.Add(start, before), pause),
        x =>
        {
            var paused = x.clock.PausedAt(x.moment).ResumedAt(x.calendar.Add(x.moment, x.pause));
            var delay = x.calendar.Measure(x.clock.Due(x.calendar)!.Value, paused.Due(x.calendar)!.Value, x.pause.Unit);
            return Math.Abs(delay.Ticks - x.pause.Ticks) <= (x.pause.Unit is LimitUnit.WorkingDays ? 60 : 0);
        });

    [Fact]
    public void Alerts_come_in_order_and_the_deadline_is_the_one_at_100_percent() => Given.Holds(
        from calendar in Given.Calendar
        from start in Given.Moment
        from limit in Given.AnyLimit
        select (calendar, clock: new Clock(start, limit)),
        x =>
        {
            var alerts = x.clock.Alerts(x.calendar);
            return alerts.Select(alert => alert.Percent).SequenceEqual(Clock.AlertPercents)
                && alerts.Zip(alerts.Skip(1)).All(pair => pair.First.At <= pair.Second.At)
                && alerts[2].At == x.clock.Due(x.calendar);
        });

    [Fact]
    public void Used_and_remaining_make_up_the_limit_until_it_is_overdue() => Given.Holds(
        from calendar in Given.Calendar
        from start in Given.Moment
        from now in Given.Moment
        from limit in Given.AnyLimit
        select (limit, reading: new Clock(start, limit).Read(calendar, now)),
        x => x.reading.Overdue || x.reading.Used + x.reading.Remaining == x.limit || x.reading.Used.Ticks - x.limit.Ticks <= 20);
}
