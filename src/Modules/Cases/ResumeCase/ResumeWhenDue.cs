using Linli.Cases.Deadlines;
using Linli.Cases.History;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ResumeCase;

/// <summary>Lets suspended cases go on when their day has come.</summary>
internal sealed class ResumeWhenDue(AppDb db, IAccess access, ICalendars calendars, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        while (await ResumeAsync(now, ct) == Batch) db.Forget();
    }

    private async Task<int> ResumeAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Cases.Where(c => c.SuspendedUntil != null && c.SuspendedUntil <= now).OrderBy(c => c.SuspendedUntil).Take(Batch).ToListAsync(ct);
        foreach (var found in due)
        {
            found.ResumeByItself(now);
            found.Wind(calendars.Running(found.Status, found.UnitId));
            db.Remember(found, CaseAction.Resume, access, now);
        }
        await db.SaveChangesAsync(ct);
        return due.Count;
    }
}
