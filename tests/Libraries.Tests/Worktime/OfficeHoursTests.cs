using Linli.Worktime;

namespace Linli.Libraries.Tests.Worktime;

public sealed class OfficeHoursTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var hours = OfficeHours.Parse("1-2 13:30-17:30 09:00-12:00; 6 10:00-00:00");
        Assert.Equal("1 09:00-12:00 13:30-17:30; 2 09:00-12:00 13:30-17:30; 6 10:00-00:00", hours.ToString());
        Assert.Equal(hours.ToString(), OfficeHours.Parse(hours.ToString()).ToString());
        Assert.Empty(hours.On(DayOfWeek.Sunday));
        Assert.Single(hours.On(DayOfWeek.Saturday));
    }

    [Theory]
    [InlineData(""), InlineData("1-5"), InlineData("8 09:00-12:00"), InlineData("5-1 09:00-12:00"), InlineData("1 12:00-09:00")]
    [InlineData("1 09:00-12:00 11:00-13:00"), InlineData("1 09:00-12:00; 1 13:00-14:00"), InlineData("1 9-12"), InlineData("1 09:00-09:00")]
    public void Hours_that_make_no_sense_are_refused(string text) => Assert.Throws<FormatException>(() => OfficeHours.Parse(text));
}
