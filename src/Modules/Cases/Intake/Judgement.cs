using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Text;
using Microsoft.Extensions.Options;

namespace Linli.Cases.Intake;

/// <summary>What the program makes of a report before a person looks: category and place, each with its reason.</summary>
internal sealed class Judgement(Classification classification, IDivisions divisions, IPlaces places, IOptions<CasesOptions> options)
{
    private const int Choices = 3;

    public async Task<Verdict> OfAsync(ReceiveCase.ReceiveCase report, TaxonomySnapshot taxonomy, DateTimeOffset now, CancellationToken ct)
    {
        var (classifier, source) = await classification.GetAsync(ct);
        var choices = classifier.Classify(new CaseText(report.Title ?? "", report.Text!), Choices)
            .Where(p => taxonomy.FindLeaf(p.Label) is not null)
            .Select(p => new Choice(p.Label, Math.Round(p.Probability, 4), p.Evidence))
            .ToList();
        var chosen = report.CategoryCode is { Length: > 0 } given ? given
            : classification.Settled(choices.Select(c => (c.Code, c.Probability)));
        var place = await LocateAsync(report, ct);
        return new Verdict(source, choices, chosen, report.CategoryCode is { Length: > 0 }, place);
    }

    /// <summary>By position; else by the best known place the words name; else the district.</summary>
    private async Task<Located> LocateAsync(ReceiveCase.ReceiveCase report, CancellationToken ct)
    {
        var home = options.Value.HomeDivision;
        if (report is { Longitude: { } lon, Latitude: { } lat } && divisions.Locate(lon, lat) is { } grid)
            return new(grid.Code, "position", 1, [divisions.PathOf(grid.Code)]);
        if (!string.IsNullOrWhiteSpace(report.Place) && await places.SearchAsync(report.Place, home, 1, ct) is [{ } place])
            return new(place.DivisionCode, "place-name", 0.7, [place.Name]);
        return new(home, "unknown", 0, []);
    }
}

/// <summary>Where a report was put, and why.</summary>
internal sealed record Located(string DivisionCode, string Source, double Probability, IReadOnlyList<string> Evidence);

/// <summary>The outcome of a judgement.</summary>
internal sealed record Verdict(string Classifier, IReadOnlyList<Choice> Categories, string? CategoryCode, bool ChosenByReporter, Located Place)
{
    public string DivisionCode => Place.DivisionCode;

    /// <summary>Whether the case may go out without a clerk.</summary>
    public bool Certain(CasesOptions options) =>
        options.DispatchFrom is { } from && Place.Source == "position" && Categories is [{ } best, ..] && best.Code == CategoryCode && best.Probability >= from;

    /// <summary>The rows that keep what was seen and why it was so decided.</summary>
    public IEnumerable<Decision> Decisions(Case filed, UnitChoice unit, DateTimeOffset now) =>
    [
        Decision.Of(filed.Id, DecisionKind.Category, ChosenByReporter ? "reporter" : Classifier, CategoryCode, Categories.FirstOrDefault()?.Probability ?? 0, Categories, now),
        Decision.Of(filed.Id, DecisionKind.Place, Place.Source, Place.DivisionCode, Place.Probability, [new(Place.DivisionCode, Place.Probability, Place.Evidence)], now),
        unit.AsDecision(filed.Id, now),
    ];
}
