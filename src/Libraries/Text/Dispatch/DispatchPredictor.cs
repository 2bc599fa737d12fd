namespace Linli.Text;

/// <summary>Suggests the unit for a case: the responsibility list first, then what history says (a regression over single facts, bent by counts of alike cases). Immutable; safe to use from many threads.</summary>
public sealed class DispatchPredictor
{
    /// <summary>A set of so many cases weighs as much as everything wider.</summary>
    const float Pull = 2;

    /// <summary>How far counted history bends the regression; found by cross-validation, flat between 0.3 and 0.5.</summary>
    const float HistoryShare = 0.4f;

    readonly string[] units;
    readonly Dictionary<string, int> numbers;
    readonly DispatchHistory history;
    readonly DispatchLogistic regression;

    DispatchPredictor(string[] units, IReadOnlyList<DispatchedCase> cases)
    {
        this.units = units;
        numbers = units.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
        (DispatchFacts, int)[] numbered = [.. cases.Select(x => (x.Facts, numbers[x.Unit]))];
        history = new(numbered, units.Length);
        regression = new(numbered, units.Length);
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
        var probabilities = Probabilities(facts);
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

    /// <summary>Regression and history multiplied: each can veto what the other only guesses.</summary>
    float[] Probabilities(DispatchFacts facts)
    {
        var probabilities = regression.Probabilities(facts);
        var counted = history.Probabilities(facts, Pull);
        for (var unit = 0; unit < probabilities.Length; unit++)
            probabilities[unit] = MathF.Log(probabilities[unit] + 1e-6f) + HistoryShare * MathF.Log(counted[unit] + 1e-6f);
        Softmax.Apply(probabilities, 1 / (1 + HistoryShare));
        return probabilities;
    }
}
