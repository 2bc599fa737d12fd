using Linli.Cases.Intake;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Time;
using Linli.Text;

namespace Linli.Cases.Learning;

/// <summary>How likely a case that a unit has in hand is to be handled too late, by the model in force.</summary>
internal sealed class OvertimeRisks(ModelInForce<OvertimePredictor> learned, TaxonomyCache taxonomy, IUnits units, SiteTime site, TimeProvider clock)
{
    /// <summary>Null where there is nothing to foretell: no model, no unit at work, no category, or the case is late already.</summary>
    public async ValueTask<OvertimeRisk?> OfAsync(Case found, CancellationToken ct)
    {
        if (found.Status is not (CaseStatus.Dispatched or CaseStatus.Handling) || found.DueAt is not { } due || due <= clock.GetUtcNow()) return null;
        if (found.CategoryCode is not { } category || found.UnitId is not { } id || units.Find(id) is not { } unit) return null;
        if (await learned.GetAsync(ct) is not { } model) return null;
        var facts = FactsForDispatch.Of(category, found.DivisionCode, found.Channel, found.ReceivedAt, await taxonomy.GetAsync(ct), site);
        return model.Model.Predict(new(facts, unit.Code));
    }
}
