using System.Globalization;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Time;

/// <summary>Shows instants in the site's time zone. The only place that does.</summary>
public sealed class SiteTime(IOptions<LinliOptions> options)
{
    /// <summary>The site's zone.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The instant in the site's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The site's date at an instant.</summary>
    public DateOnly Date(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    private static readonly DateTime First = new(1900, 1, 1), Last = new(2200, 1, 1);

    /// <summary>The instant at which a day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => At(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant at which a day ends.</summary>
    public DateTimeOffset EndOf(DateOnly day) => At(day.ToDateTime(TimeOnly.MaxValue).AddTicks(day == DateOnly.MaxValue ? 0 : 1));

    /// <summary>The instant at which the site's clocks show a time; what nobody can mean is the nearest of 1900 to 2200.</summary>
    public DateTimeOffset At(DateTime local)
    {
        local = DateTime.SpecifyKind(local < First ? First : local > Last ? Last : local, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary><c>2026-11-22 09:24</c></summary>
    public string Long(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>11-22 09:24</c></summary>
    public string Short(DateTimeOffset instant) => Local(instant).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
