using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Learning;

/// <summary>Learns from a district's own history which cases are settled too late.</summary>
internal sealed class OvertimeLearning(AppDb db, TaxonomyCache taxonomy, IUnits units, SiteTime site, ModelShelf shelf, ModelInForce<OvertimePredictor> inForce)
    : TaskLearning<OvertimeCase, OvertimePredictor>(shelf, inForce)
{
    public const string Task = "overtime";

    public override string Name => Task;

    protected override double Guessed => 0.5;

    /// <summary>Closed cases that a unit had, of which is known whether they were late.</summary>
    protected override async Task<IReadOnlyList<OvertimeCase>> ConfirmedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var snapshot = await taxonomy.GetAsync(ct);
        var closed = await db.Cases.AsNoTracking()
            .Where(c => c.ReceivedAt >= from && c.ReceivedAt < until && c.Status == CaseStatus.Closed && c.OnTime != null && c.UnitId != null && c.CategoryCode != null)
            .OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Take(ModelShelf.MostRows)
            .Select(c => new { c.CategoryCode, c.DivisionCode, c.Channel, c.ReceivedAt, c.UnitId, c.OnTime }).ToListAsync(ct);
        return [.. closed.Where(c => units.Find(c.UnitId!.Value) is not null).Select(c => new OvertimeCase(
            new(FactsForDispatch.Of(c.CategoryCode!, c.DivisionCode, c.Channel, c.ReceivedAt, snapshot, site), units.Find(c.UnitId!.Value)!.Code), c.OnTime is false))];
    }

    protected override OvertimePredictor Train(IReadOnlyList<OvertimeCase> rows) => OvertimePredictor.Train(rows);
    protected override void Save(OvertimePredictor model, Stream to) => model.Save(to);
    protected override double? Score(OvertimePredictor model, IReadOnlyList<OvertimeCase> rows) => OvertimeEvaluation.Auc(model, rows);
}
