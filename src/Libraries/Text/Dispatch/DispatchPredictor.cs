namespace Linli.Text;

/// <summary>Suggests the unit for a case: the responsibility list first, then what history says. Immutable; safe to use from many threads.</summary>
public sealed class DispatchPredictor
{
    /// <summary>A set of so many cases weighs as much as everything wider.</summary>
    const float Pull = 2;

    readonly string[] units;
    readonly Dictionary<string, int> numbers;
    readonly DispatchHistory history;

    DispatchPredictor(string[] units, IReadOnlyList<DispatchedCase> cases)
    {
        this.units = units;
        numbers = units.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
        history = new([.. cases.Select(x => (x.Facts, numbers[x.Unit]))], units.Length);
    }

    /// <summary>Learns from the cases of the past; none at all is allowed, then only the list speaks.</summary>
    public static DispatchPredictor Train(IReadOnlyList<DispatchedCase> cases)
        => new([.. cases.Select(x => x.Unit).Distinct().Order(StringComparer.Ordinal)], cases);

    /// <summary>The likeliest units. What the responsibility list names comes first, in the order of history, with reason <see cref="SuggestionReason.List"/>.</summary>
    /// <param name="facts">What is known of the case.</param>
    /// <param name="responsible">The units that the responsibility list names for it; null or empty when it is silent.</param>
    /// <param name="top">How many to suggest.</param>
    public IReadOnlyList<UnitSuggestion> Predict(DispatchFacts facts, IReadOnlyList<string>? responsible = null, int top = 3)
    {
        var probabilities = history.Probabilities(facts, Pull);
        double OfUnit(string unit) => numbers.TryGetValue(unit, out var number) ? probabilities[number] : 0;
        var listed = (responsible ?? []).Distinct(StringComparer.Ordinal).OrderByDescending(OfUnit).ToArray();
        var others = Top.Of(probabilities, top + listed.Length).Select(x => units[x]).Except(listed, StringComparer.Ordinal);
        var remaining = 1 - listed.Sum(OfUnit);
        return
        [
            .. listed.Select(x => Suggest(x, SuggestionReason.List, listed.Length == 1 ? 1 : ListedShare(x))).Concat(
                others.Select(x => Suggest(x, SuggestionReason.History, listed.Length == 0 ? OfUnit(x) : 0))).Take(top),
        ];

        double ListedShare(string unit) => remaining >= 1 ? 1.0 / listed.Length : OfUnit(unit) / (1 - remaining);

        UnitSuggestion Suggest(string unit, SuggestionReason reason, double probability)
            => new(unit, probability, reason, numbers.TryGetValue(unit, out var number) ? history.Precedent(facts, number) : null);
    }
}
