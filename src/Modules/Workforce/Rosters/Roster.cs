using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>Who works when in a division in one week.</summary>
internal sealed class Roster : IInDivision
{
    public required Guid Id { get; init; }
    public required string DivisionCode { get; init; }
    public required DateOnly Monday { get; init; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public string? PublishedBy { get; private set; }
    public int Version { get; private set; }

    public string Subject => $"roster/{Id}";

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % RestRules.DaysAWeek));

    public void Change() => Version++;

    public void Publish(string by, DateTimeOffset now) => (PublishedAt, PublishedBy, Version) = (now, by, Version + 1);
}
