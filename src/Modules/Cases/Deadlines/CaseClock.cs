using Linli.Contracts.Grids;
using Linli.Worktime;

namespace Linli.Cases.Deadlines;

/// <summary>Which of the three clocks runs, and by whose calendar.</summary>
internal static class CaseClock
{
    /// <summary>Stands for the due time of a case without a running clock.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The running clock, or null.</summary>
    public static Clock? Of(
        CaseStatus status, DateTimeOffset received, DateTimeOffset? accepted, DateTimeOffset? dispatched, Promise promise, IReadOnlyList<Pause>? pauses, Limit? extension) => status switch
    {
        CaseStatus.Received => new Clock(received, promise.Accept),
        CaseStatus.Accepted => new Clock(accepted!.Value, promise.Dispatch),
        _ when CaseStatuses.WithUnit.Contains(status) => new Clock(dispatched!.Value, promise.Handle) { Pauses = pauses ?? [], Extension = extension },
        _ => null,
    };

    /// <summary>The calendar of the running clock: the clerks' until a unit has the case, then the unit's.</summary>
    public static WorkCalendar Running(this ICalendars calendars, CaseStatus status, Guid? unit) =>
        calendars.For(status is CaseStatus.Received or CaseStatus.Accepted ? null : unit);
}
