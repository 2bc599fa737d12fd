namespace Linli.Text;

/// <summary>The cases of the past, found by what they share with a new one.</summary>
internal sealed class DispatchHistory
{
    readonly IReadOnlyList<(DispatchFacts Facts, int Unit)> cases;
    readonly Dictionary<(DispatchLikeness, string), List<int>> alike = [];
    readonly int units;

    public DispatchHistory(IReadOnlyList<(DispatchFacts Facts, int Unit)> cases, int units)
    {
        (this.cases, this.units) = (cases, units);
        foreach (var level in Enum.GetValues<DispatchLikeness>())
            for (var i = 0; i < cases.Count; i++)
                if (DispatchLikenessKeys.Of(level, cases[i].Facts) is { } key)
                    (System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(alike, (level, key), out _) ??= []).Add(i);
    }

    /// <summary>
    /// What the cases of a chain say: the logarithm of the probability of every unit. A narrow set leans on the next wider one:
    /// p(narrow) = (weight of the unit's cases + pull · p(wider)) / (weight of all + pull).
    /// </summary>
    /// <param name="facts">What is known of the new case.</param>
    /// <param name="chain">What to look at.</param>
    /// <param name="except">A case of the past that must not speak, because it is the new one itself.</param>
    public float[] Says(DispatchFacts facts, DispatchChain chain, int except = -1)
    {
        var (probabilities, weights) = (new float[units], new float[units]);
        Array.Fill(probabilities, 1f / units);
        foreach (var level in chain.Levels)
        {
            if (Find(level, facts) is not { } found) continue;
            Array.Clear(weights);
            var all = 0f;
            foreach (var i in found)
            {
                if (i == except) continue;
                var weight = chain.Weight(cases[i].Facts.Reported, facts.Reported);
                weights[cases[i].Unit] += weight;
                all += weight;
            }
            for (var unit = 0; unit < units; unit++) probabilities[unit] = (weights[unit] + chain.Pull * probabilities[unit]) / (all + chain.Pull);
        }
        foreach (ref var probability in probabilities.AsSpan()) probability = MathF.Log(probability + 1e-6f);
        return probabilities;
    }

    /// <summary>The narrowest set of at least three cases in which the unit occurs.</summary>
    public DispatchPrecedent? Precedent(DispatchFacts facts, int unit)
    {
        foreach (var level in DispatchChain.ByKind.Levels.Skip(1).Reverse())
            if (Find(level, facts) is { Count: >= 3 } found && found.Count(i => cases[i].Unit == unit) is > 0 and var count)
                return new(level, found.Count, count);
        return null;
    }

    List<int>? Find(DispatchLikeness level, DispatchFacts facts)
        => DispatchLikenessKeys.Of(level, facts) is { } key ? alike.GetValueOrDefault((level, key)) : null;
}
