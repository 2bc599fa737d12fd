using System.Globalization;
using Linli.Cases.Taxonomy;
using Linli.Text;

namespace Linli.Cases.Intake;

/// <summary>Which unit should have a case, and what spoke for it.</summary>
/// <param name="Source">What spoke: <c>responsibility-list</c>, a version of the dispatch model, or <c>none</c>.</param>
/// <param name="UnitId">The unit; null when nothing was sure enough.</param>
/// <param name="Choices">What was considered, likeliest first.</param>
/// <param name="Entry">The entry of the list. Only such a choice may send a case out without a clerk.</param>
/// <param name="Seen">What the list looked at, also where it is silent.</param>
internal sealed record UnitChoice(string Source, Guid? UnitId, IReadOnlyList<Choice> Choices, Responsibility? Entry = null, RoutingFacts? Seen = null)
{
    /// <summary>Less likely than this, a suggestion only distracts.</summary>
    private const double Likely = 0.01;

    public static readonly UnitChoice None = new("none", null, []);

    public static UnitChoice ByList(Responsibility entry) =>
        new("responsibility-list", entry.UnitId, [new(entry.UnitId.ToString(), 1, [entry.CategoryCode, entry.DivisionCode])], entry);

    /// <summary>What a dispatch model suggests; its evidence is what the cases of the past share with this one, how many they are and how many of them the unit settled.</summary>
    public static UnitChoice ByHistory(string source, IReadOnlyList<UnitSuggestion> suggestions, IReadOnlyDictionary<string, Guid> units, double sureFrom)
    {
        var choices = suggestions.Where(s => s.Probability >= Likely).Select(s => new Choice(units[s.Unit].ToString(), Math.Round(s.Probability, 4), Evidence(s.Precedent))).ToList();
        var sure = suggestions is [{ } best, ..] && best.Probability >= sureFrom;
        return new(choices.Count == 0 ? None.Source : source, sure ? units[suggestions[0].Unit] : null, choices);
    }

    public Decision AsDecision(Guid caseId, DateTimeOffset now) =>
        Decision.Of(caseId, DecisionKind.Unit, Source, UnitId?.ToString(), Choices.Count > 0 ? Choices[0].Probability : 0, Choices, now, Seen);

    private static IReadOnlyList<string> Evidence(DispatchPrecedent? precedent) => precedent is null ? []
        : [precedent.Alike.ToString(), precedent.Cases.ToString(CultureInfo.InvariantCulture), precedent.ByThisUnit.ToString(CultureInfo.InvariantCulture)];
}
