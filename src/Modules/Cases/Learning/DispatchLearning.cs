using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Learns from a district's own history which unit settles what, and puts the new version in force.</summary>
internal sealed class DispatchLearning(AppDb db, TaxonomyCache taxonomy, IUnits units, SiteTime site, ModelShelf shelf, ModelInForce<DispatchPredictor> inForce)
{
    /// <summary>Cases that were given to a unit and settled by it.</summary>
    public async Task<IReadOnlyList<DispatchedCase>> ConfirmedAsync(CancellationToken ct)
    {
        var snapshot = await taxonomy.GetAsync(ct);
        var settled = await db.Cases.AsNoTracking()
            .Where(c => c.UnitId != null && c.CategoryCode != null
                && (c.Status == CaseStatus.Handled || c.Status == CaseStatus.Verified || c.Status == CaseStatus.Closed))
            .OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Take(ModelShelf.MostRows)
            .Select(c => new { c.CategoryCode, c.DivisionCode, c.Channel, c.ReceivedAt, c.UnitId }).ToListAsync(ct);
        return [.. settled.Where(c => units.Find(c.UnitId!.Value) is not null).Select(c => new DispatchedCase(
            FactsForDispatch.Of(c.CategoryCode!, c.DivisionCode, c.Channel, c.ReceivedAt, snapshot, site), units.Find(c.UnitId!.Value)!.Code))];
    }

    public async Task<LearnedModel> LearnAsync(IReadOnlyList<DispatchedCase> cases, CancellationToken ct)
    {
        var model = await shelf.AddAsync(Routing.Task, cases.Count, DispatchPredictor.Train(cases).Save, ct);
        inForce.Forget();
        return model;
    }
}
