using Linli.Worktime;
using static Linli.Libraries.Tests.Worktime.Given;

namespace Linli.Libraries.Tests.Worktime;

public sealed class ClockTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Standard;
    private readonly Clock clock = new(China("2026-03-02 09:00"), Limit.WorkingHours(8));

    [Fact]
    public void There_is_no_deadline_while_it_stands_still()
    {
        var reading = clock.PausedAt(China("2026-03-02 11:00")).Read(Calendar, China("2026-03-10 10:00"));
        Assert.Null(reading.Due);
        Assert.True(reading.Paused);
        Assert.False(reading.Overdue);
        Assert.Equal(Limit.WorkingHours(2), reading.Used);
        Assert.Equal(0.25, reading.Fraction);
    }

    [Fact]
    public void Alerts_that_an_open_pause_comes_before_are_left_out() =>
        Assert.Equal([50], clock.PausedAt(China("2026-03-02 15:00")).Alerts(Calendar).Select(alert => alert.Percent));

    [Fact]
    public void A_pause_after_the_deadline_does_not_move_it() =>
        Assert.Equal(clock.Due(Calendar), clock.PausedAt(China("2026-03-05 09:00")).ResumedAt(China("2026-03-06 09:00")).Due(Calendar));

    [Fact]
    public void Overlapping_pauses_count_once()
    {
        var twice = clock with
        {
            Pauses = [new(China("2026-03-02 10:30"), China("2026-03-02 12:00")), new(China("2026-03-02 10:00"), China("2026-03-02 11:00"))],
        };
        Assert.Equal(China("2026-03-03 12:00"), twice.Due(Calendar));
    }

    [Fact]
    public void An_extension_moves_the_deadline_and_lowers_the_share_used()
    {
        var longer = clock.ExtendedBy(Limit.WorkingHours(4)).ExtendedBy(Limit.WorkingHours(4));
        var reading = longer.Read(Calendar, China("2026-03-03 10:00"));
        Assert.Equal(China("2026-03-04 11:00"), reading.Due);
        Assert.Equal(0.5, reading.Fraction);
        Assert.Throws<ArgumentException>(() => clock.ExtendedBy(Limit.Days(1)));
    }

    [Fact]
    public void It_is_overdue_after_the_deadline_and_not_at_it()
    {
        Assert.False(clock.Read(Calendar, China("2026-03-03 10:00")).Overdue);
        var late = clock.Read(Calendar, China("2026-03-03 11:00"));
        Assert.True(late.Overdue);
        Assert.Equal(1.125, late.Fraction);
        Assert.Equal(Limit.WorkingHours(0), late.Remaining);
    }

    [Fact]
    public void How_late_something_is_does_not_grow_while_the_clock_stands_still()
    {
        var due = China("2026-03-03 10:00");
        Assert.Equal(TimeSpan.FromHours(47), Clock.Ran(due, China("2026-03-05 09:00"), []));
        Assert.Equal(TimeSpan.FromHours(24), Clock.Ran(due, China("2026-03-05 09:00"), [new(China("2026-03-04 10:00"))]));
        Assert.Equal(TimeSpan.FromHours(44), Clock.Ran(due, China("2026-03-05 09:00"), [new(China("2026-03-02 09:00"), China("2026-03-02 12:00")), new(China("2026-03-04 10:00"), China("2026-03-04 13:00"))]));
    }
}
