namespace Linli.Demo;

/// <summary>
/// Time as an office counts it: Monday to Friday, 9:00–12:00 and 13:30–17:30 in UTC+8, seven hours a day.
/// Holidays are left out: the demo needs plausible times, the program's own calendars know the rest.
/// </summary>
internal static class OfficeHours
{
    public const double PerDay = 7;
    private static readonly DateTimeOffset Monday = new(2000, 1, 3, 0, 0, 0, TimeSpan.FromHours(8));

    public static DateTimeOffset Add(DateTimeOffset from, double hours)
    {
        var worked = Worked(from) + hours;
        var (days, rest) = ((long)(worked / PerDay), worked % PerDay);
        var date = Monday.AddDays(days / 5 * 7 + days % 5);
        var at = date.AddHours(rest < 3 ? 9 + rest : 10.5 + rest).ToUniversalTime();
        return at > from ? at : from;
    }

    /// <summary>Adds a limit, or this part of it.</summary>
    public static DateTimeOffset Add(DateTimeOffset from, DemoLimit limit, double part = 1) => limit.Unit switch
    {
        "wh" => Add(from, limit.Amount * part),
        "wd" => Add(from, limit.Amount * PerDay * part),
        "h" => from.AddHours(limit.Amount * part),
        _ => from.AddDays(limit.Amount * part),
    };

    private static double Worked(DateTimeOffset at)
    {
        var since = at - Monday;
        var (weeks, day) = (since.Days / 7, since.Days % 7);
        if (day > 4) return (weeks + 1) * 5 * PerDay;
        var hour = (since - TimeSpan.FromDays(since.Days)).TotalHours;
        return (weeks * 5 + day) * PerDay + Math.Clamp(hour - 9, 0, 3) + Math.Clamp(hour - 13.5, 0, 4);
    }
}
