using FsCheck;
using FsCheck.Fluent;
using Linli.Worktime;

namespace Linli.Libraries.Tests.Worktime;

/// <summary>Calendars, moments and limits to try, and a short way to write a moment in China.</summary>
internal static class Given
{
    private static readonly DateTimeOffset Epoch = China("2017-12-01 00:00");

    private static readonly WorkCalendar[] Calendars =
    [
        WorkCalendar.Standard,
        WorkCalendar.RoundTheClock,
        new(PublicHolidays.China, OfficeHours.Parse("1-5 08:30-12:00 14:00-18:00; 6 09:00-12:00")),
        new(PublicHolidays.None, OfficeHours.Parse("1-4 09:00-12:00 13:00-17:15 18:00-20:00; 5 22:00-00:00")),
        new(PublicHolidays.China, OfficeHours.Standard, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")),
    ];

    public static Gen<WorkCalendar> Calendar => Gen.Elements(Calendars);

    // Some moments fall on the edges of office time, where mistakes live.
    public static Gen<DateTimeOffset> Moment => Gen.OneOf(
        Gen.Choose(0, 10 * 365 * 86_400).Select(seconds => Epoch.AddSeconds(seconds)),
        from day in Gen.Choose(0, 10 * 365)
        from time in Gen.Elements(0d, 9, 12, 13.5, 17.5)
        select Epoch.AddDays(day).AddHours(time));

    public static Gen<LimitUnit> Unit => Gen.Elements(Enum.GetValues<LimitUnit>());

    public static Gen<Limit> LimitIn(LimitUnit unit) => Gen.Choose(0, 4_000).Select(hundredths => new Limit(hundredths / 100m, unit));

    public static Gen<Limit> AnyLimit => Unit.SelectMany(LimitIn);

    public static DateTimeOffset China(string local) =>
        DateTimeOffset.Parse(local + " +08:00", System.Globalization.CultureInfo.InvariantCulture);

    public static void Holds<T>(Gen<T> inputs, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(inputs.ToArbitrary(), property));
}
