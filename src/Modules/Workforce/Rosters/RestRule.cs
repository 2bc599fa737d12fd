namespace Linli.Workforce;

/// <summary>What a roster must keep to before it is published.</summary>
internal enum RestRule
{
    /// <summary>Hours between two shifts.</summary>
    HoursBetween,

    /// <summary>Days of work one after the other.</summary>
    DaysInRow,

    /// <summary>Days without a shift in the week.</summary>
    RestDays,

    /// <summary>Nights one after the other.</summary>
    NightsInRow,

    /// <summary>Nights go round.</summary>
    NightsShared,

    /// <summary>Weekends go round.</summary>
    WeekendsShared,

    /// <summary>Nobody works who is on leave.</summary>
    OnLeave,

    /// <summary>People on each day.</summary>
    Staffing,
}

/// <summary>A rule that a roster breaks.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Day">On which day of the roster.</param>
/// <param name="WorkerId">Whose shift; null where it is about the day.</param>
/// <param name="Found">What there is: hours, days, nights or people.</param>
/// <param name="Limit">What there may or must be.</param>
internal sealed record Breach(RestRule Rule, DateOnly Day, Guid? WorkerId, int Found, int Limit);
