using System.Globalization;

namespace Linli.Platform.Jobs;

/// <summary>When a job comes round.</summary>
public sealed record Every
{
    private Every(TimeSpan? interval, string? cron) => (Interval, Cron) = (interval, cron);

    internal TimeSpan? Interval { get; }

    /// <summary>In Quartz's notation, seconds first, in the site's time zone.</summary>
    internal string? Cron { get; }

    /// <summary>Every so many seconds.</summary>
    public static Every Seconds(int count) => new(TimeSpan.FromSeconds(count), null);

    /// <summary>Every so many minutes.</summary>
    public static Every Minutes(int count) => new(TimeSpan.FromMinutes(count), null);

    /// <summary>Every so many hours.</summary>
    public static Every Hours(int count) => new(TimeSpan.FromHours(count), null);

    /// <summary>Every day at a time of the site.</summary>
    public static Every DayAt(int hour, int minute) => new(null, string.Create(CultureInfo.InvariantCulture, $"0 {minute} {hour} * * ?"));

    /// <summary>As a cron expression says: second, minute, hour, day of month, month, day of week.</summary>
    public static Every At(string cron) => new(null, cron);

    /// <summary>How it is written in the schedule, to notice that it changed.</summary>
    public override string ToString() => Cron ?? Interval!.Value.ToString("c", CultureInfo.InvariantCulture);
}
