using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Learns from a district's own history which unit settles what.</summary>
internal sealed class DispatchLearning(AppDb db, TaxonomyCache taxonomy, IUnits units, SiteTime site, ModelShelf shelf, ModelInForce<DispatchPredictor> inForce)
    : TaskLearning<DispatchedCase, DispatchPredictor>(shelf, inForce)
{
    public override string Name => Routing.Task;

    /// <summary>Cases that were given to a unit and settled by it.</summary>
    protected override async Task<IReadOnlyList<DispatchedCase>> ConfirmedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var snapshot = await taxonomy.GetAsync(ct);
        var settled = await db.Cases.AsNoTracking()
            .Where(c => c.ReceivedAt >= from && c.ReceivedAt < until && c.UnitId != null && c.CategoryCode != null
                && (c.Status == CaseStatus.Handled || c.Status == CaseStatus.Verified || c.Status == CaseStatus.Closed))
            .OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Take(ModelShelf.MostRows)
            .Select(c => new { c.CategoryCode, c.DivisionCode, c.Channel, c.ReceivedAt, c.UnitId }).ToListAsync(ct);
        return [.. settled.Where(c => units.Find(c.UnitId!.Value) is not null).Select(c => new DispatchedCase(
            FactsForDispatch.Of(c.CategoryCode!, c.DivisionCode, c.Channel, c.ReceivedAt, snapshot, site), units.Find(c.UnitId!.Value)!.Code))];
    }

    protected override DispatchPredictor Train(IReadOnlyList<DispatchedCase> rows) => DispatchPredictor.Train(rows);
    protected override void Save(DispatchPredictor model, Stream to) => model.Save(to);
    protected override double? Score(DispatchPredictor model, IReadOnlyList<DispatchedCase> rows) => (double)rows.Count(r => model.Predict(r.Facts, top: 1) is [var first, ..] && first.Unit == r.Unit) / rows.Count;
}
