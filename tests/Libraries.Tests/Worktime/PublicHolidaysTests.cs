using Linli.Worktime;

namespace Linli.Libraries.Tests.Worktime;

public sealed class PublicHolidaysTests
{
    // Days off and make-up days as the notices state them, counted by hand.
    [Theory]
    [InlineData(2018, 1 + 7 + 3 + 3 + 1 + 1 + 7, 6)]
    [InlineData(2019, 3 + 7 + 1 + 4 + 1 + 1 + 7, 7)]
    [InlineData(2025, 1 + 8 + 3 + 5 + 3 + 8, 5)]
    [InlineData(2026, 3 + 9 + 3 + 5 + 3 + 3 + 7, 6)]
    public void Each_year_has_the_days_of_its_notice(int year, int daysOff, int makeUpDays)
    {
        var holidays = PublicHolidays.China.Arrangements.Single(each => each.Year == year).Holidays;
        Assert.Equal(daysOff, holidays.Sum(each => each.To.DayNumber - each.From.DayNumber + 1));
        Assert.Equal(makeUpDays, holidays.Sum(each => each.OfficeDays.Count));
    }

    [Fact]
    public void Every_make_up_day_is_a_weekend_day() =>
        Assert.All(PublicHolidays.China.Arrangements.SelectMany(each => each.Holidays).SelectMany(each => each.OfficeDays),
            day => Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));

    [Fact]
    public void A_calendar_names_its_days()
    {
        Assert.Equal("春节", WorkCalendar.Standard.Day(new(2026, 2, 17)).Holiday!.Name);
        Assert.Equal(DayKind.MakeUp, WorkCalendar.Standard.Day(new(2026, 2, 28)).Kind);
        Assert.Equal(DayKind.Weekend, WorkCalendar.Standard.Day(new(2026, 3, 1)).Kind);
        Assert.Equal(DayKind.Holiday, WorkCalendar.Standard.Day(new(2018, 12, 31)).Kind);
    }

    [Fact]
    public void A_later_arrangement_replaces_that_of_its_year()
    {
        var changed = PublicHolidays.China.With(new HolidayArrangement
        {
            Year = 2026, Notice = "test", Published = new(2026, 1, 1),
            Holidays = [new() { Name = "节", English = "Feast", From = new(2026, 3, 3), To = new(2026, 3, 3) }],
        });
        Assert.NotNull(changed.Off(new(2026, 3, 3)));
        Assert.Null(changed.Off(new(2026, 2, 17)));
        Assert.NotNull(changed.Off(new(2025, 10, 1)));
    }
}
