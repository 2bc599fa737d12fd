using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Learns from a district's own history which cases are settled too late, and puts the new version in force.</summary>
internal sealed class OvertimeLearning(AppDb db, TaxonomyCache taxonomy, IUnits units, SiteTime site, ModelShelf shelf, ModelInForce<OvertimePredictor> inForce)
{
    public const string Task = "overtime";

    /// <summary>Closed cases that a unit had, of which is known whether they were late.</summary>
    public async Task<IReadOnlyList<OvertimeCase>> ConfirmedAsync(CancellationToken ct)
    {
        var snapshot = await taxonomy.GetAsync(ct);
        var closed = await db.Cases.AsNoTracking()
            .Where(c => c.Status == CaseStatus.Closed && c.OnTime != null && c.UnitId != null && c.CategoryCode != null)
            .OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Take(ModelShelf.MostRows)
            .Select(c => new { c.CategoryCode, c.DivisionCode, c.Channel, c.ReceivedAt, c.UnitId, c.OnTime }).ToListAsync(ct);
        return [.. closed.Where(c => units.Find(c.UnitId!.Value) is not null).Select(c => new OvertimeCase(
            new(FactsForDispatch.Of(c.CategoryCode!, c.DivisionCode, c.Channel, c.ReceivedAt, snapshot, site), units.Find(c.UnitId!.Value)!.Code), c.OnTime is false))];
    }

    public async Task<LearnedModel> LearnAsync(IReadOnlyList<OvertimeCase> cases, CancellationToken ct)
    {
        var model = await shelf.AddAsync(Task, cases.Count, OvertimePredictor.Train(cases).Save, ct);
        inForce.Forget();
        return model;
    }
}
