using Linli.Worktime;

namespace Linli.Grids;

/// <summary>Makes calendars of the national arrangements and the days on which this place departs from them.</summary>
internal static class LocalCalendar
{
    /// <summary>An office that never closes keeps no holidays either.</summary>
    public static WorkCalendar Of(OfficeHours hours, PublicHolidays holidays, TimeZoneInfo zone) =>
        hours.ToString() == OfficeHours.RoundTheClock.ToString()
            ? new(PublicHolidays.None, OfficeHours.RoundTheClock, zone)
            : new(holidays, hours, zone);

    /// <summary>The national holidays, the local days taken out of them and put back as what they are here.</summary>
    public static PublicHolidays Holidays(IReadOnlyCollection<LocalDay> local)
    {
        if (local.Count == 0) return PublicHolidays.China;
        var days = local.Select(each => each.Day).ToHashSet();
        var cleared = PublicHolidays.China.Arrangements
            .Select(year => year with { Holidays = [.. year.Holidays.SelectMany(holiday => Without(holiday, days))] }).ToList();
        // Which year's arrangement carries a day makes no difference; a year of its own would look like one that was announced.
        cleared[^1] = cleared[^1] with { Holidays = [.. cleared[^1].Holidays, .. local.Select(AsHoliday)] };
        return new(cleared);
    }

    private static IEnumerable<Holiday> Without(Holiday holiday, HashSet<DateOnly> days)
    {
        var rest = holiday with { OfficeDays = [.. holiday.OfficeDays.Where(day => !days.Contains(day))] };
        var from = holiday.From;
        for (var day = from; day <= holiday.To; day = day.AddDays(1))
        {
            if (!days.Contains(day)) continue;
            yield return rest with { From = from, To = day.AddDays(-1) };
            (from, rest) = (day.AddDays(1), rest with { OfficeDays = [] });
        }
        yield return rest with { From = from };
    }

    // A worked day has no days off: its range ends before it begins.
    private static Holiday AsHoliday(LocalDay local) => local.Kind is LocalDayKind.Off
        ? new() { Name = local.Name, English = local.Name, From = local.Day, To = local.Day }
        : new() { Name = local.Name, English = local.Name, From = local.Day, To = local.Day.AddDays(-1), OfficeDays = [local.Day] };
}
