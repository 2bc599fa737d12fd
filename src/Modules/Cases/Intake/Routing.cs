using Linli.Cases.Deadlines;
using Linli.Cases.Learning;
using Linli.Cases.Questions;
using Linli.Cases.Taxonomy;
using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Linli.Text;
using Microsoft.Extensions.Options;

namespace Linli.Cases.Intake;

/// <summary>From category and place to unit and limits: by the responsibility list; where it is silent, by what was settled before.</summary>
internal sealed class Routing(AppDb db, TaxonomyCache taxonomy, ModelInForce<DispatchPredictor> learned, IUnits units, ICalendars calendars, SiteTime site, IOptions<CasesOptions> options)
{
    public const string Task = "dispatch";

    /// <summary>What speaks now; asked for before a case is changed.</summary>
    public async ValueTask<RoutingRules> RulesAsync(CancellationToken ct) => new(await taxonomy.GetAsync(ct), await learned.GetAsync(ct));

    public string? UnitName(Case found) => found.UnitId is { } id ? units.Find(id)?.Name : null;

    /// <summary>
    /// Suggests unit and promise for a case that is not dispatched yet. A dispatched case keeps its unit and its promise:
    /// the clock does not start again because a word was mended.
    /// </summary>
    public UnitChoice Route(Case found, IReadOnlyList<AskedQuestion> answered, RoutingRules rules)
    {
        var choice = Choose(found, answered, rules);
        if (found.Status is not (CaseStatus.Received or CaseStatus.Accepted)) return choice;
        found.Lead(choice.UnitId);
        found.Promise = choice.Entry?.Promise ?? Promise.None;
        return choice;
    }

    /// <summary>The same after category or place were mended; why is kept as a decision of its own.</summary>
    public void Reroute(Case found, IReadOnlyList<AskedQuestion> answered, RoutingRules rules, DateTimeOffset now)
    {
        var choice = Route(found, answered, rules);
        if (found.Status is CaseStatus.Received or CaseStatus.Accepted) db.Add(choice.AsDecision(found.Id, now));
    }

    /// <summary>What the list looks at of a case.</summary>
    public RoutingFacts FactsOf(Case found, string category, IReadOnlyList<AskedQuestion> answered) =>
        FactsOf(category, found.DivisionCode, found.Channel, found.Level, found.ReceivedAt, answered.ToDictionary(a => a.Question.Code, a => a.Given, StringComparer.Ordinal));

    public RoutingFacts FactsOf(string category, string division, string? channel, int? level, DateTimeOffset at, IReadOnlyDictionary<string, IReadOnlyList<string>>? answers) =>
        new(category, division, channel, level, site.Local(at), calendars.For(null).IsOpen(at), answers is { Count: > 0 } ? answers : null);

    private UnitChoice Choose(Case found, IReadOnlyList<AskedQuestion> answered, RoutingRules rules)
    {
        if (found.CategoryCode is not { } category) return UnitChoice.None;
        var ruling = rules.Taxonomy.Responsibilities.Decide(FactsOf(found, category, answered));
        return (ruling.Entry is { } entry ? UnitChoice.ByList(entry) : ByHistory(found, category, rules)) with { Seen = ruling.Facts };
    }

    private UnitChoice ByHistory(Case found, string category, RoutingRules rules)
    {
        if (rules.Dispatch is not { } dispatch) return UnitChoice.None;
        var active = units.All.ToDictionary(u => u.Code, u => u.Id, StringComparer.Ordinal);
        var facts = FactsForDispatch.Of(category, found.DivisionCode, found.Channel, found.ReceivedAt, rules.Taxonomy, site);
        return UnitChoice.ByHistory(dispatch.Source, dispatch.Model.Predict(facts, among: active.ContainsKey), active, options.Value.SuggestUnitFrom);
    }
}

/// <summary>Taxonomy with responsibility list, and the dispatch model where one was learned.</summary>
internal sealed record RoutingRules(TaxonomySnapshot Taxonomy, Learned<DispatchPredictor>? Dispatch);
