using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Leave that another module knows of is an absence here: the stand-ins get the work.</summary>
internal sealed class OnWorkerAway(AppDb db, SiteTime site, TimeProvider clock) : ISubscriber<WorkerAway>
{
    public async Task HandleAsync(WorkerAway happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var grids = await db.ServedBy(happened.AccountId, site.Date(now)).ToListAsync(ct);
        if (grids.Count == 0) return;
        var absence = new Absence
        {
            Id = happened.Id, AccountId = happened.AccountId, DivisionCode = Absence.Around(grids), FirstDay = happened.FirstDay, LastDay = happened.LastDay,
            Reason = happened.Reason, EnteredBy = happened.EnteredBy, EnteredAt = now,
        };
        db.Add(absence);
        db.Publish(new GridTeamsChanged(absence.DivisionCode), now);
    }
}

/// <summary>They are back, or were never away.</summary>
internal sealed class OnWorkerBack(AppDb db, TimeProvider clock) : ISubscriber<WorkerBack>
{
    public async Task HandleAsync(WorkerBack happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Absences.SingleOrDefaultAsync(a => a.Id == happened.Id, ct) is { } absence && absence.TryEnd(happened.By, now))
            db.Publish(new GridTeamsChanged(absence.DivisionCode), now);
    }
}
