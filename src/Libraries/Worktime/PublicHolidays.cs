using System.Collections.Frozen;
using System.Text.Json;

namespace Linli.Worktime;

/// <summary>Days off and make-up working days over some years. A year without an arrangement has its weekends only.</summary>
public sealed class PublicHolidays
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly FrozenDictionary<DateOnly, Holiday> daysOff;
    private readonly FrozenDictionary<DateOnly, Holiday> makeUpDays;

    /// <summary>The holidays of <paramref name="arrangements"/>; of two for the same year the later in the list counts.</summary>
    public PublicHolidays(IEnumerable<HolidayArrangement> arrangements)
    {
        Arrangements = [.. arrangements.GroupBy(each => each.Year).Select(year => year.Last()).OrderBy(each => each.Year)];
        var holidays = Arrangements.SelectMany(each => each.Holidays).ToList();
        daysOff = Index(holidays, holiday => Days(holiday.From, holiday.To));
        makeUpDays = Index(holidays, holiday => holiday.OfficeDays);
    }

    /// <summary>No public holidays: weekends only.</summary>
    public static PublicHolidays None { get; } = new([]);

    /// <summary>China's State Council arrangements that come with the library: 2018, 2019, 2025, 2026.</summary>
    public static PublicHolidays China { get; } = Embedded();

    /// <summary>What the days come from, by year.</summary>
    public IReadOnlyList<HolidayArrangement> Arrangements { get; }

    /// <summary>Reads a JSON array of arrangements, in the form of Data/holidays-cn.json.</summary>
    /// <exception cref="JsonException">Not such an array.</exception>
    public static PublicHolidays Read(Stream json) => new(JsonSerializer.Deserialize<List<HolidayArrangement>>(json, Json) ?? []);

    /// <summary>These holidays with more arrangements, which replace those of the same year.</summary>
    public PublicHolidays With(params IEnumerable<HolidayArrangement> more) => new(Arrangements.Concat(more));

    /// <summary>Whether the year's arrangement is known.</summary>
    public bool Knows(int year) => Arrangements.Any(each => each.Year == year);

    /// <summary>The holiday that makes <paramref name="date"/> a day off, if any.</summary>
    public Holiday? Off(DateOnly date) => daysOff.GetValueOrDefault(date);

    /// <summary>The holiday in exchange for which <paramref name="date"/> is worked, if any.</summary>
    public Holiday? MakeUp(DateOnly date) => makeUpDays.GetValueOrDefault(date);

    private static FrozenDictionary<DateOnly, Holiday> Index(List<Holiday> holidays, Func<Holiday, IEnumerable<DateOnly>> days) =>
        holidays.SelectMany(holiday => days(holiday).Select(day => (day, holiday)))
            .DistinctBy(pair => pair.day).ToFrozenDictionary(pair => pair.day, pair => pair.holiday);

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1)) yield return day;
    }

    private static PublicHolidays Embedded()
    {
        using var json = typeof(PublicHolidays).Assembly.GetManifestResourceStream("holidays-cn.json")!;
        return Read(json);
    }
}
