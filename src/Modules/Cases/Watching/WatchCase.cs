using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Live;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Watching;

/// <summary>Begins and ends watching a case that the caller sees, and notes that they looked.</summary>
internal sealed class WatchCaseHandler(AppDb db, IAccess access, TimeProvider clock, ReaderMemory memory)
{
    public async Task<Result<Done>> HandleAsync(Guid id, bool watches, CancellationToken ct)
    {
        if (access.Actor.Id is not { } self) return Problem.Forbidden;
        if (!await db.Cases.Seen(db, access).AnyAsync(c => c.Id == id, ct)) return Problem.NotFound;
        var now = clock.GetUtcNow();
        var watch = await db.Watches.SingleOrDefaultAsync(w => w.AccountId == self && w.CaseId == id, ct);
        if (watch is not null == watches) return new Done();
        if (watch is null) db.Add(new Watch { CaseId = id, AccountId = self, SeenAt = now });
        else db.Remove(watch);
        db.Audit(access, watches ? "cases.watch" : "cases.unwatch", $"case/{id}", now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();   // pressed twice at once: it is as they wanted
        }
        return new Done();
    }

    /// <summary>The caller has the page of a case before them: what waited for them there is seen.</summary>
    /// <returns>Whether they watch it.</returns>
    public async Task<bool> LookedAsync(Guid id, CancellationToken ct)
    {
        var (self, now) = (access.Actor.Id, clock.GetUtcNow());
        var watch = await db.Watches.AsNoTracking().SingleOrDefaultAsync(w => w.AccountId == self && w.CaseId == id, ct);
        var called = await db.Mentions.AnyAsync(m => m.AccountId == self && m.CaseId == id && m.SeenAt == null, ct);
        if (called || (watch is not null && await db.History.AnyAsync(h => h.CaseId == id && h.At > watch.SeenAt, ct)))
        {
            await using var work = await db.BeginAsync(ct);
            await db.Watches.Where(w => w.AccountId == self && w.CaseId == id).ExecuteUpdateAsync(set => set.SetProperty(w => w.SeenAt, now), ct);
            await db.Mentions.Where(m => m.AccountId == self && m.CaseId == id && m.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.SeenAt, now), ct);
            await work.CommitAsync(ct);
            if (self is { } reader) memory.Forget(reader);
        }
        return watch is not null;
    }
}
