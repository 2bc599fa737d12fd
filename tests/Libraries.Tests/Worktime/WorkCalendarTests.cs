using Linli.Worktime;
using static Linli.Libraries.Tests.Worktime.Given;

namespace Linli.Libraries.Tests.Worktime;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Standard;

    [Theory]
    [InlineData("2026-03-02 09:00", "3wh", "2026-03-02 12:00")]   // ends with the morning, not after the break
    [InlineData("2026-03-02 11:00", "2wh", "2026-03-02 14:30")]   // over the break
    [InlineData("2026-03-06 17:00", "1wh", "2026-03-09 09:30")]   // over a weekend
    [InlineData("2026-03-06 12:30", "1wh", "2026-03-06 14:30")]   // starts in the break
    [InlineData("2026-02-13 16:30", "8wh", "2026-02-14 17:30")]   // Saturday the 14th is worked
    [InlineData("2026-02-14 16:30", "2wh", "2026-02-24 10:00")]   // over the Spring Festival
    [InlineData("2026-03-02 10:00", "3wd", "2026-03-05 10:00")]
    [InlineData("2026-03-07 10:00", "1wd", "2026-03-10 09:00")]   // Saturday counts from Monday's opening
    [InlineData("2026-03-02 12:30", "1wd", "2026-03-03 13:30")]
    [InlineData("2026-09-30 10:00", "2wd", "2026-10-09 10:00")]
    [InlineData("2026-12-31 10:00", "1wd", "2027-01-01 10:00")]   // 2027 is not announced yet
    [InlineData("2026-03-06 23:00", "24h", "2026-03-07 23:00")]
    [InlineData("2026-02-14 08:00", "7d", "2026-02-21 08:00")]
    [InlineData("2026-03-07 10:00", "0wh", "2026-03-09 09:00")]
    public void A_limit_ends_where_people_expect(string start, string limit, string end) =>
        Assert.Equal(China(end), Calendar.Add(China(start), Limit.Parse(limit)));

    [Fact]
    public void The_result_is_in_utc() => Assert.Equal(TimeSpan.Zero, Calendar.Add(China("2026-03-02 09:00"), Limit.WorkingHours(1)).Offset);

    [Fact]
    public void Years_pass_without_a_holiday_list()
    {
        var end = Calendar.Add(China("2026-03-02 09:00"), Limit.WorkingDays(2_600));
        Assert.Equal(2036, end.Year);
        Assert.Equal(Limit.WorkingDays(2_600), Calendar.Measure(China("2026-03-02 09:00"), end, LimitUnit.WorkingDays));
    }

    [Fact]
    public void Days_of_different_length_keep_the_fraction_of_the_day()
    {
        var calendar = new WorkCalendar(PublicHolidays.None, OfficeHours.Parse("1-4 09:00-17:00; 5 09:00-13:00"));
        Assert.Equal(China("2026-03-06 11:00"), calendar.Add(China("2026-03-05 13:00"), Limit.WorkingDays(1)));
    }

    [Fact]
    public void Emergencies_run_round_the_clock() =>
        Assert.Equal(China("2026-02-17 06:00"), WorkCalendar.RoundTheClock.Add(China("2026-02-16 22:00"), Limit.WorkingHours(8)));

    [Fact]
    public void An_hour_lost_to_summer_time_is_not_worked()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var calendar = new WorkCalendar(PublicHolidays.None, OfficeHours.RoundTheClock, berlin);
        var start = new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(start.AddHours(23), calendar.Add(start, Limit.WorkingDays(1)));
    }

    [Fact]
    public void An_office_is_open_from_the_first_instant_to_before_the_last()
    {
        Assert.True(Calendar.IsOpen(China("2026-03-02 09:00")));
        Assert.False(Calendar.IsOpen(China("2026-03-02 12:00")));
        Assert.False(Calendar.IsOpen(China("2026-03-01 10:00")));
    }
}
