using System.Globalization;

namespace Linli.Worktime;

/// <summary>One stretch of office time within a day, such as 09:00–12:00. <paramref name="To"/> at 00:00 is the end of the day.</summary>
public readonly record struct OfficeRange(TimeOnly From, TimeOnly To)
{
    internal long Start => From.Ticks;

    internal long End => To == TimeOnly.MinValue ? TimeSpan.TicksPerDay : To.Ticks;

    /// <summary>"09:00-12:00".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\:mm}-{To:HH\\:mm}");
}
