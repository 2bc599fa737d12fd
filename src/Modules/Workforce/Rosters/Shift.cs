using System.Globalization;
using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>Kinds of shifts; their hours are settings.</summary>
internal enum ShiftKind
{
    /// <summary>常日班</summary>
    Day,

    /// <summary>早班</summary>
    Early,

    /// <summary>晚班</summary>
    Late,

    /// <summary>夜班</summary>
    Night,
}

/// <summary>Somebody has a shift on a day; a shift belongs to the day on which it begins.</summary>
internal sealed class Shift : IInDivision
{
    public required Guid Id { get; init; }
    public required Guid RosterId { get; init; }
    public required string DivisionCode { get; init; }
    public required Guid WorkerId { get; init; }
    public required DateOnly Day { get; init; }
    public required ShiftKind Kind { get; set; }
}

/// <summary>When a shift begins and ends on the clock.</summary>
internal readonly record struct ShiftTimes(TimeOnly Start, TimeOnly End)
{
    private const int MinutesADay = 24 * 60;

    /// <summary>Reads <c>22:00-06:00</c>; null when it is not written so.</summary>
    public static ShiftTimes? Read(string written) =>
        written.Split('-') is [var start, var end] && Time(start) is { } from && Time(end) is { } to ? new(from, to) : null;

    /// <summary>Minutes since the first day there is.</summary>
    public int StartOn(DateOnly day) => day.DayNumber * MinutesADay + Minutes(Start);

    public int EndOn(DateOnly day) => day.DayNumber * MinutesADay + Minutes(End) + (End <= Start ? MinutesADay : 0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:HH:mm}–{End:HH:mm}");

    private static int Minutes(TimeOnly time) => time.Hour * 60 + time.Minute;

    private static TimeOnly? Time(string written) => TimeOnly.TryParseExact(written.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
