using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Workforce;

/// <summary>Somebody in an appraisal, with what was written of their year so far.</summary>
internal sealed record Appraisee(Worker Worker, Review? Review);

/// <summary>What all who write in an appraisal share: its people, and its turn.</summary>
internal sealed class AppraisalDesk(AppDb db, IAccess access)
{
    /// <summary>
    /// Takes the appraisal for the rest of the transaction: whoever else would write in it waits until that ends, so that what is counted still
    /// holds when it is committed.
    /// </summary>
    public async Task<Appraisal?> TakeAsync(IQueryable<Appraisal> which, CancellationToken ct) =>
        await which.ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version + 1), ct) == 1 ? await which.SingleAsync(ct) : null;

    /// <summary>One of the caller's divisions, taken while it is open.</summary>
    public async Task<Result<Appraisal>> TakeOpenAsync(Guid id, CancellationToken ct) => await TakeAsync(db.Appraisals.Within(access).Where(a => a.Id == id), ct) switch
    {
        null => Problem.NotFound,
        { State: AppraisalState.Closed } => WorkforceErrors.AppraisalClosed,
        var open => open,
    };

    /// <summary>
    /// Everybody in an appraisal. While it is open these are all who worked there in the year and have no review elsewhere; who has one stays with it,
    /// also after a move. Once it is closed, those that it closed with.
    /// </summary>
    /// <param name="appraisal">Which.</param>
    /// <param name="reviews">All reviews, tracked for who writes them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<List<Appraisee>> PeopleAsync(Appraisal appraisal, IQueryable<Review> reviews, CancellationToken ct)
    {
        var (id, code, year, first, last, open) = (appraisal.Id, appraisal.DivisionCode, appraisal.Year, appraisal.FirstDay, appraisal.LastDay, appraisal.State is AppraisalState.Open);
        var here = db.Workers.Within(access, code).Where(w => w.Since <= last && (w.Until == null || w.Until > first));
        if (Appraisal.IsOwnOnly(code)) here = here.Where(w => w.DivisionCode == code);
        var ids = here.Select(w => w.Id);
        var rows = await (from worker in db.Workers
                          join each in reviews.Where(r => r.Year == year) on worker.Id equals each.WorkerId into own
                          from review in own.DefaultIfEmpty()
                          where review != null ? review.AppraisalId == id : open && ids.Contains(worker.Id)
                          orderby worker.DivisionCode, worker.Id
                          select new { Worker = worker, Review = review }).ToListAsync(ct);
        return rows.ConvertAll(row => new Appraisee(row.Worker, row.Review));
    }
}
