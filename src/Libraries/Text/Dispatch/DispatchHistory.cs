namespace Linli.Text;

/// <summary>
/// Counts of units under every likeness, wide to narrow. A narrow set of few cases leans on the next wider one:
/// p(narrow) = (count + pull · p(wider)) / (cases + pull).
/// </summary>
internal sealed class DispatchHistory
{
    static readonly DispatchLikeness[] Levels = Enum.GetValues<DispatchLikeness>();

    readonly Dictionary<(DispatchLikeness, string), Dictionary<int, int>> counts = [];
    readonly int units;

    public DispatchHistory(IReadOnlyList<(DispatchFacts Facts, int Unit)> cases, int units)
    {
        this.units = units;
        foreach (var (facts, unit) in cases)
            foreach (var level in Levels)
            {
                if (DispatchLikenessNames.Key(level, facts) is not { } key) continue;
                if (!counts.TryGetValue((level, key), out var byUnit)) counts[(level, key)] = byUnit = [];
                byUnit[unit] = byUnit.GetValueOrDefault(unit) + 1;
            }
    }

    /// <summary>The probability of every unit.</summary>
    public float[] Probabilities(DispatchFacts facts, float pull)
    {
        var probabilities = new float[units];
        Array.Fill(probabilities, 1f / units);
        foreach (var level in Levels)
        {
            if (Find(level, facts) is not { } byUnit) continue;
            var cases = byUnit.Values.Sum();
            foreach (ref var probability in probabilities.AsSpan()) probability *= pull / (cases + pull);
            foreach (var (unit, count) in byUnit) probabilities[unit] += count / (cases + pull);
        }
        return probabilities;
    }

    /// <summary>The narrowest set of at least three cases in which the unit occurs.</summary>
    public DispatchPrecedent? Precedent(DispatchFacts facts, int unit)
    {
        for (var i = Levels.Length - 1; i > 0; i--)
            if (Find(Levels[i], facts) is { } byUnit && byUnit.TryGetValue(unit, out var count)
                && byUnit.Values.Sum() is var cases && cases >= 3)
                return new(Levels[i], cases, count);
        return null;
    }

    Dictionary<int, int>? Find(DispatchLikeness level, DispatchFacts facts)
        => DispatchLikenessNames.Key(level, facts) is { } key ? counts.GetValueOrDefault((level, key)) : null;
}
