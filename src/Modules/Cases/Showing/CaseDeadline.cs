using System.Globalization;
using Linli.Cases.Deadlines;
using Linli.Cases.ListCases;
using Linli.Contracts.Grids;
using Linli.Ui;
using Linli.Worktime;

namespace Linli.Cases.Showing;

/// <summary>How the deadline of a case stands, measured by the calendar that its limit is counted in.</summary>
internal static class CaseDeadline
{
    public static Deadline? Of(Case found, ICalendars calendars, DateTimeOffset now) =>
        Of(found.Clock, calendars.Running(found.Status, found.UnitId), found.Status, found.HandledAt, found.HandleDueAt, found.Pauses ?? [], now);

    public static Deadline? Of(CaseRow row, ICalendars calendars, DateTimeOffset now) =>
        Of(CaseClock.Of(row.Status, row.ReceivedAt, row.AcceptedAt, row.DispatchedAt, row.Promise, row.Pauses, row.Extension), calendars.Running(row.Status, row.UnitId), row.Status, row.HandledAt, row.HandleDueAt, row.Pauses ?? [], now);

    private static Deadline? Of(Clock? clock, WorkCalendar calendar, CaseStatus status, DateTimeOffset? handled, DateTimeOffset? handleDue, IReadOnlyList<Pause> pauses, DateTimeOffset now)
    {
        if (clock is not null) return Running(clock.Read(calendar, now), clock.Total, pauses, now);
        return status is not CaseStatus.Declined && handled is { } at && handleDue is { } due ? new(Left(due, at, pauses), 1, Settled: true) : null;
    }

    private static Deadline Running(ClockReading reading, Limit total, IReadOnlyList<Pause> pauses, DateTimeOffset now) => reading.Overdue
        ? new(Left(reading.Due!.Value, now, pauses), reading.Fraction, reading.Paused)
        : total.Unit is LimitUnit.WorkingHours or LimitUnit.Hours
            ? new(TimeSpan.FromHours((double)reading.Remaining.Amount), reading.Fraction, reading.Paused)
            : new(TimeSpan.FromDays((double)reading.Remaining.Amount), reading.Fraction, reading.Paused, Left: InWords(reading.Remaining));

    /// <summary>Until the end of a limit; negative by how late it is, which does not grow while the clock stands still.</summary>
    private static TimeSpan Left(DateTimeOffset due, DateTimeOffset at, IReadOnlyList<Pause> pauses) => at <= due ? due - at : -Clock.Ran(due, at, pauses);

    /// <summary>Whole days and halves are enough to go by.</summary>
    private static string InWords(Limit left) =>
        new Limit(Math.Max(0.5m, Math.Round(left.Amount * 2, MidpointRounding.AwayFromZero) / 2), left.Unit).InWords(CultureInfo.CurrentUICulture.Name);
}
