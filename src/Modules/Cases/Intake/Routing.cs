using Linli.Cases.Deadlines;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;

namespace Linli.Cases.Intake;

/// <summary>From category and place to unit and limits, by the responsibility list.</summary>
internal sealed class Routing(TaxonomyCache taxonomy, IUnits units)
{
    public ValueTask<TaxonomySnapshot> TaxonomyAsync(CancellationToken ct) => taxonomy.GetAsync(ct);

    public string? UnitName(Case found) => found.UnitId is { } id ? units.Find(id)?.Name : null;

    /// <summary>
    /// Suggests unit and promise for a case that is not dispatched yet. A dispatched case keeps its unit and its promise:
    /// the clock does not start again because a word was mended.
    /// </summary>
    public Responsibility? Route(Case found, TaxonomySnapshot snapshot)
    {
        var entry = found.CategoryCode is { } category ? snapshot.Responsibilities.Find(category, found.DivisionCode) : null;
        if (found.Status is not (CaseStatus.Received or CaseStatus.Accepted)) return entry;
        found.Lead(entry?.UnitId);
        found.Promise = entry?.Promise ?? Promise.None;
        return entry;
    }
}
