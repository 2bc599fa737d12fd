using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;

namespace Linli.Grids;

/// <summary>Saves changes of the ground together with their audit line, the event and the stamp; then this node's memory follows.</summary>
internal sealed class GroundChange(AppDb db, IAccess access, IEnumerable<ISnapshot> snapshots, TimeProvider clock)
{
    /// <summary>Saves the pending changes; without any, does nothing.</summary>
    /// <param name="part">What they are changes of.</param>
    /// <param name="act">For the audit log, e.g. <c>grids.edit-unit</c>.</param>
    /// <param name="subject">For the audit log, e.g. <c>unit/…</c>.</param>
    /// <param name="divisionCode">Where; empty when it is everywhere.</param>
    /// <param name="details">Facts worth keeping.</param>
    /// <param name="ct">Cancels.</param>
    public async Task SaveAsync(GroundPart part, string act, string subject, string divisionCode, object? details, CancellationToken ct)
    {
        if (!db.HasChanges) return;
        var now = clock.GetUtcNow();
        db.NoteChange(part, now);
        db.Audit(access, act, subject, now, divisionCode, details);
        await db.SaveChangesAsync(ct);
        foreach (var snapshot in snapshots.Where(s => s.Part == part)) await snapshot.RefreshAsync(ct);
    }
}
