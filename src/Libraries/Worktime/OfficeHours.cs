using System.Globalization;

namespace Linli.Worktime;

/// <summary>
/// The office hours of a week, written "1-5 09:00-12:00 13:30-17:30; 6 09:00-12:00" (ISO weekdays, Monday is 1).
/// A weekday without hours is a weekend. A make-up working day has the hours of Monday, or of the first weekday that has any.
/// </summary>
public sealed class OfficeHours
{
    private readonly OfficeRange[][] week;

    private OfficeHours(OfficeRange[][] week) => this.week = week;

    /// <summary>Monday to Friday, 09:00–12:00 and 13:30–17:30: 7 hours a day.</summary>
    public static OfficeHours Standard { get; } = Parse("1-5 09:00-12:00 13:30-17:30");

    /// <summary>Every hour of every day, for emergencies.</summary>
    public static OfficeHours RoundTheClock { get; } = Parse("1-7 00:00-00:00");

    /// <summary>The hours of make-up working days.</summary>
    public IReadOnlyList<OfficeRange> OnMakeUpDays => week.First(hours => hours.Length > 0);

    /// <summary>The hours of a weekday, in order; empty at the weekend.</summary>
    public IReadOnlyList<OfficeRange> On(DayOfWeek day) => week[((int)day + 6) % 7];

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">Not readable, ranges that overlap or run backwards, a weekday named twice, or no hours at all.</exception>
    public static OfficeHours Parse(string text)
    {
        var week = new OfficeRange[7][];
        foreach (var line in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var hours = words[1..].Select(word => Range(word, text)).OrderBy(range => range.Start).ToArray();
            var (first, last) = Weekdays(words[0], text);
            for (var day = first; day <= last; day++)
                week[day - 1] = week[day - 1] is null && AreInOrder(hours) ? hours : throw Unreadable(text);
        }
        if (week.All(hours => hours is null or [])) throw Unreadable(text);
        return new(Array.ConvertAll(week, hours => hours ?? []));
    }

    /// <summary>The written form, one entry a weekday.</summary>
    public override string ToString() => string.Join("; ", week
        .Select((hours, day) => hours.Length == 0 ? "" : $"{day + 1} {string.Join(' ', hours)}")
        .Where(entry => entry.Length > 0));

    private static bool AreInOrder(OfficeRange[] hours) =>
        hours.Length > 0 && hours.All(range => range.Start < range.End)
        && hours.Zip(hours.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);

    private static (int First, int Last) Weekdays(string word, string text) => word switch
    {
        [>= '1' and <= '7' and var day] => (day - '0', day - '0'),
        [>= '1' and <= '7' and var first, '-', >= '1' and <= '7' and var last] when first <= last => (first - '0', last - '0'),
        _ => throw Unreadable(text),
    };

    private static OfficeRange Range(string word, string text) =>
        word.Split('-') is [var from, var to] && Time(from) is { } start && Time(to) is { } end ? new(start, end) : throw Unreadable(text);

    private static TimeOnly? Time(string word) =>
        TimeOnly.TryParseExact(word, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static FormatException Unreadable(string text) =>
        new($"'{text}' are not office hours; write for example 1-5 09:00-12:00 13:30-17:30; 6 09:00-12:00.");
}
