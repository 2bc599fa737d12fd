using Linli.Cases.Coordination;
using Linli.Cases.Taxonomy;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ApplyRuling;

/// <summary>修订职责清单: what a meeting ruled is put into the responsibility list, or the list stays as it is after all.</summary>
internal sealed record ApplyRuling : ICommand
{
    public bool Applied { get; set; }
}

internal sealed class ApplyRulingHandler(AppDb db, IAccess access, TaxonomyCache cache, TimeProvider clock)
{
    /// <summary>Rulings that wait for somebody to change the list, within the caller's scope.</summary>
    public async Task<IReadOnlyList<PendingRuling>> ListAsync(CancellationToken ct)
    {
        var waiting = await (from meeting in db.Meetings.AsNoTracking()
                             join found in db.Cases on meeting.CaseId equals found.Id
                             where meeting.ListDivision != null && meeting.ListChangedAt == null
                             orderby meeting.RuledAt
                             select new PendingRuling(meeting.Id, found.Id, found.Number, found.CategoryCode!, meeting.ListDivision!, meeting.UnitId!.Value, meeting.Minutes!, meeting.RuledAt!.Value)).ToListAsync(ct);
        return [.. waiting.Where(ruling => access.Sees(ruling.DivisionCode))];
    }

    public async Task<Result<Done>> HandleAsync(Guid id, ApplyRuling command, CancellationToken ct)
    {
        if (await db.Meetings.SingleOrDefaultAsync(m => m.Id == id && m.ListDivision != null, ct) is not { } meeting || !access.Sees(meeting.ListDivision!)) return Problem.NotFound;
        if (meeting.ListChangedAt is not null) return Problem.Stale;
        var (found, now) = (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == meeting.CaseId, ct), clock.GetUtcNow());
        if (command.Applied) await ChangeAsync(meeting, found, now, ct);
        meeting.ChangedList(now);
        db.Audit(access, command.Applied ? "cases.apply-ruling" : "cases.drop-ruling", $"case/{found.Id}", now, meeting.ListDivision!, new { found.Number, found.CategoryCode, Unit = meeting.UnitId });
        db.AfterCommit(cache.Forget);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;   // somebody else decided at this moment
        }
        return new Done();
    }

    private async Task ChangeAsync(Meeting meeting, Case found, DateTimeOffset now, CancellationToken ct)
    {
        var key = new EntryKey(found.CategoryCode!, meeting.ListDivision!, null);
        db.PutInForce(await db.Responsibilities.InForceAsync(key, now, ct), key, meeting.UnitId!.Value, found.Promise, now);
    }
}

/// <summary>A ruling that the list does not say yet.</summary>
internal sealed record PendingRuling(Guid Id, Guid CaseId, string Number, string CategoryCode, string DivisionCode, Guid UnitId, string Minutes, DateTimeOffset RuledAt);
