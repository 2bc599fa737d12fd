using System.Globalization;
using Linli.Cases.Deadlines;
using Linli.Cases.History;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Linli.Worktime;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Alerts;

/// <summary>
/// Gives the alerts that are due at 50, 80, 100 and 200 % of a limit, each once: which are given is kept per clock, and an index
/// refuses a second one. After a standstill only the highest share reached is told.
/// </summary>
internal sealed class GiveAlerts(AppDb db, IAccess access, ICalendars calendars, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        while (await GiveAsync(now, ct) == Batch) db.Forget();
    }

    private async Task<int> GiveAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Cases.Where(c => c.NextAlertAt != null && c.NextAlertAt <= now).OrderBy(c => c.NextAlertAt).Take(Batch).ToListAsync(ct);
        if (due.Count == 0) return 0;
        var keys = due.Select(c => c.Id).ToList();
        var given = (await db.Alerts.AsNoTracking().Where(a => keys.Contains(a.CaseId)).ToListAsync(ct)).ToLookup(a => a.CaseId);
        foreach (var found in due) Give(found, given[found.Id], now);
        await db.SaveChangesAsync(ct);
        return due.Count;
    }

    private void Give(Case found, IEnumerable<GivenAlert> given, DateTimeOffset now)
    {
        if (found.Clock is not { } running) return;
        var calendar = calendars.Running(found.Status, found.UnitId);
        var reached = running.AlertsAt(calendar, Clock.AlertPercents).Where(a => a.At <= now).Select(a => a.Percent).LastOrDefault();
        if (reached == 0)
        {
            found.Wind(calendar);   // the calendar was changed meanwhile: not due any more
            return;
        }
        found.Alert(reached, calendar);
        // A verification that failed lets the same clock run on: what was told of it stays told.
        if (given.Any(a => Same(a.ClockStartedAt, running.Started) && a.Percent >= reached)) return;
        db.Append(new GivenAlert { Id = Guid.CreateVersion7(now), CaseId = found.Id, ClockStartedAt = running.Started, Percent = reached, At = now });
        db.Remember(found, CaseAction.Alert, access, now, reached.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Stored instants are cut to microseconds.</summary>
    private static bool Same(DateTimeOffset stored, DateTimeOffset started) => (stored - started).Duration() < TimeSpan.FromMilliseconds(1);
}
