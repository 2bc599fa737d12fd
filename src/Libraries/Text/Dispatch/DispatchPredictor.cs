namespace Linli.Text;

/// <summary>Suggests the unit for a case: the responsibility list first, then what history says (the mean of a regression over single facts and cases that are alike, and of a few small networks). Immutable; safe to use from many threads.</summary>
public sealed class DispatchPredictor
{
    readonly string[] units;
    readonly Dictionary<string, int> numbers;
    readonly DispatchHistory history;

    internal DispatchPredictor(string[] units, DispatchHistory history, DispatchRegression regression, DispatchNetwork[] networks, IReadOnlyList<(DispatchFacts Facts, int Unit)> cases)
    {
        (this.units, this.history, Regression, Networks, Cases) = (units, history, regression, networks, cases);
        numbers = units.Index().ToDictionary(x => x.Item, x => x.Index, StringComparer.Ordinal);
    }

    /// <summary>All units it can suggest, in ordinal order.</summary>
    public IReadOnlyList<string> Units => units;

    internal IReadOnlyList<(DispatchFacts Facts, int Unit)> Cases { get; }

    internal DispatchRegression Regression { get; }

    internal DispatchNetwork[] Networks { get; }

    /// <summary>Learns from the cases of the past; takes all cores. None at all is allowed, then only the list speaks.</summary>
    public static DispatchPredictor Train(IReadOnlyList<DispatchedCase> cases)
    {
        string[] units = [.. cases.Select(x => x.Unit).Distinct().Order(StringComparer.Ordinal)];
        (DispatchFacts, int)[] numbered = [.. cases.Select(x => (x.Facts, Array.BinarySearch(units, x.Unit, StringComparer.Ordinal)))];
        var history = new DispatchHistory(numbered, units.Length);
        var regression = DispatchRegression.Train(numbered, history, units.Length);
        var networks = new DispatchNetwork[DispatchNetwork.Committee];
        Parallel.For(0, networks.Length, i => networks[i] = DispatchNetwork.Train(numbered, regression.Signs, units.Length, seed: i));
        return new(units, history, regression, networks, numbered);
    }

    /// <summary>The likeliest units. What the responsibility list names comes first, in the order of history, with reason <see cref="SuggestionReason.List"/>.</summary>
    /// <param name="facts">What is known of the case.</param>
    /// <param name="responsible">The units that the responsibility list names for it; null or empty when it is silent.</param>
    /// <param name="top">How many to suggest.</param>
    /// <param name="among">Which units of the past may still be suggested; null: all.</param>
    public IReadOnlyList<UnitSuggestion> Predict(DispatchFacts facts, IReadOnlyList<string>? responsible = null, int top = 3, Func<string, bool>? among = null)
    {
        var probabilities = Probabilities(facts, among);
        double OfUnit(string unit) => numbers.TryGetValue(unit, out var number) ? probabilities[number] : 0;
        var listed = (responsible ?? []).Distinct(StringComparer.Ordinal).OrderByDescending(OfUnit).ToArray();
        var others = Top.Of(probabilities, top + listed.Length).Where(x => probabilities[x] > 0).Select(x => units[x]).Except(listed, StringComparer.Ordinal);
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

    /// <summary>Writes the model: the cases it learned from, without any text, and what it made of them. The stream stays open.</summary>
    public void Save(Stream stream) => DispatchPredictorFile.Write(stream, this);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="FormatException">The stream is no model, or one of another version.</exception>
    public static DispatchPredictor Load(Stream stream) => DispatchPredictorFile.Read(stream);

    /// <summary>A unit that is no more leaves its share to the others.</summary>
    float[] Probabilities(DispatchFacts facts, Func<string, bool>? among)
    {
        var known = Regression.Signs.Known(facts);
        var probabilities = Regression.Scores(known, facts, history);
        foreach (var network in Networks) Dense.Add(probabilities, network.Scores(known), 1f / Networks.Length);
        Softmax.Apply(probabilities, 0.5f);   // half the sum of the logarithms: the geometric mean of what regression and networks hold likely
        if (among is null) return probabilities;
        for (var unit = 0; unit < units.Length; unit++)
            if (!among(units[unit])) probabilities[unit] = 0;
        var sum = probabilities.Sum();
        if (sum > 0) foreach (ref var probability in probabilities.AsSpan()) probability /= sum;
        return probabilities;
    }
}
