using System.Globalization;
using Linli.Addresses;
using Linli.Cases.Learning;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Text;
using Microsoft.Extensions.Options;

namespace Linli.Cases.Intake;

/// <summary>What the program makes of a report before a person looks: category and place, each with its reason.</summary>
internal sealed class Judgement(Classification classification, IDivisions divisions, IAddresses addresses, IPlaces places, ModelInForce<PlacePredictor> learnedPlaces, IOptions<CasesOptions> options)
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

    /// <summary>By position; else by the standard address that is written; else by the best known place the words name; else by where earlier cases were whose place was named so; else the district.</summary>
    private async Task<Located> LocateAsync(ReceiveCase.ReceiveCase report, CancellationToken ct)
    {
        var home = options.Value.HomeDivision;
        if (report is { Longitude: { } lon, Latitude: { } lat } && divisions.Locate(lon, lat) is { } grid)
            return new(grid.Code, "position", 1, [divisions.PathOf(grid.Code)]);
        if (string.IsNullOrWhiteSpace(report.Place)) return Located.Nowhere(home);
        var written = addresses.Match(report.Place, home, most: 2, AddressLevel.Building);
        if (ByAddress(written, home) is { } located) return located;
        if (await places.SearchAsync(report.Place, home, 1, ct) is [{ } place]) return new(place.DivisionCode, "place-name", 0.7, [place.Name]);
        return (await ByHistoryAsync(report.Place, home, ct) ?? Located.Nowhere(home)) with { Unmatched = written.Written };
    }

    /// <summary>What is written must be there down to the building; a unit or room that is not known lies in it. A road alone is everywhere.</summary>
    private static Located? ByAddress(AddressReading written, string home) =>
        written.Best is { Address: { Level: > AddressLevel.Crossing or AddressLevel.Village } address } best && address.DivisionCode.Length > home.Length && best.IsComplete
            ? new(address.DivisionCode, "standard-address", Math.Round(best.Score, 4), [address.Text])
            : null;

    /// <summary>While history is not sure enough the district has the case, and a clerk says where it is.</summary>
    private async Task<Located?> ByHistoryAsync(string place, string home, CancellationToken ct)
    {
        if (await learnedPlaces.GetAsync(ct) is not { } learned) return null;
        var choices = learned.Model.Predict(place, Choices, among: code => code.StartsWith(home, StringComparison.Ordinal) && divisions.Find(code) is { EndedAt: null })
            .Select(p => new Choice(p.Division, Math.Round(p.Probability, 4), [place, p.Cases.ToString(CultureInfo.InvariantCulture), p.Here.ToString(CultureInfo.InvariantCulture)])).ToList();
        if (choices is not [{ } best, ..]) return null;
        var sure = best.Probability >= options.Value.LocateFrom;
        return new(sure ? best.Code : home, learned.Source, best.Probability, best.Evidence) { Known = sure, Choices = choices };
    }
}

/// <summary>Where a report was put, and why.</summary>
internal sealed record Located(string DivisionCode, string Source, double Probability, IReadOnlyList<string> Evidence)
{
    /// <summary>Whether something told where, and was sure enough; else the district has it.</summary>
    public bool Known { get; init; } = true;

    /// <summary>What was considered, likeliest first.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [new(DivisionCode, Probability, Evidence)];

    /// <summary>The address that is written and is none that is known; null where there is none.</summary>
    public string? Unmatched { get; init; }

    /// <summary>Nothing told where.</summary>
    public static Located Nowhere(string home) => new(home, "unknown", 0, []) { Known = false };
}

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
        Decision.Of(filed.Id, DecisionKind.Place, Place.Source, Place.Known ? Place.DivisionCode : null, Place.Probability, Place.Choices, now),
        unit.AsDecision(filed.Id, now),
    ];
}
