namespace Linli.Worktime;

/// <summary>What kind of day a calendar makes of a date.</summary>
public enum DayKind
{
    /// <summary>工作日: an ordinary office day.</summary>
    Office,

    /// <summary>周末: no office hours on this weekday.</summary>
    Weekend,

    /// <summary>节假日: a public holiday.</summary>
    Holiday,

    /// <summary>调休上班: a weekend day worked in exchange for a holiday.</summary>
    MakeUp,
}

/// <summary>One date of a calendar: its kind, its office hours, and the holiday behind a day off or a make-up day.</summary>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, IReadOnlyList<OfficeRange> Hours, Holiday? Holiday)
{
    /// <summary>Whether anybody is in the office that day.</summary>
    public bool IsOffice => Hours.Count > 0;
}
