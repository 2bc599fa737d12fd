using Linli.Demo;

namespace Linli.Libraries.Tests.Demo;

public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("2026-11-16T09:00", 2, "2026-11-16T11:00")]
    [InlineData("2026-11-16T11:00", 2, "2026-11-16T14:30")]
    [InlineData("2026-11-16T12:40", 1, "2026-11-16T14:30")]
    [InlineData("2026-11-20T17:00", 1, "2026-11-23T09:30")]
    [InlineData("2026-11-21T10:00", 7.5, "2026-11-24T09:30")]
    public void Hours_are_counted_only_while_the_office_is_open(string from, double hours, string expected) =>
        Assert.Equal(Local(expected), OfficeHours.Add(Local(from), hours));

    private static DateTimeOffset Local(string text) =>
        new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
