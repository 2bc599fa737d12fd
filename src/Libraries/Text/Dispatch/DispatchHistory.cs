namespace Linli.Text;

/// <summary>The cases of the past, found by what they share with a new one.</summary>
internal sealed class DispatchHistory
{
    static readonly DateTime Origin = new(2020, 1, 1);   // near enough that a float tells minutes

    readonly Dictionary<(DispatchLikeness, string), List<int>> alike = [];
    readonly int[] unitOf;
    readonly float[] dayOf;   // not a number where the time is not known
    readonly float[] shares;

    public DispatchHistory(IReadOnlyList<(DispatchFacts Facts, int Unit)> cases, int units)
    {
        (unitOf, dayOf, shares) = ([.. cases.Select(x => x.Unit)], [.. cases.Select(x => Day(x.Facts))], new float[units]);
        foreach (var unit in unitOf) shares[unit] += 1f / cases.Count;
        foreach (var level in Enum.GetValues<DispatchLikeness>())
            for (var i = 0; i < cases.Count; i++)
                if (DispatchLikenessKeys.Of(level, cases[i].Facts) is { } key)
                    (System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(alike, (level, key), out _) ??= []).Add(i);
    }

    /// <summary>
    /// What the cases of a chain say, beginning with each unit's share of all: the logarithm of the probability of every unit. A narrow set leans on the next wider one:
    /// p(narrow) = (weight of the unit's cases + pull · p(wider)) / (weight of all + pull).
    /// </summary>
    /// <param name="facts">What is known of the new case.</param>
    /// <param name="chain">What to look at.</param>
    /// <param name="except">A case of the past that must not speak, because it is the new one itself.</param>
    public float[] Says(DispatchFacts facts, DispatchChain chain, int except = -1)
    {
        var (probabilities, weights, day) = (shares.ToArray(), new float[shares.Length], Day(facts));
        foreach (var level in chain.Levels)
        {
            if (Find(level, facts) is not { } found) continue;
            Array.Clear(weights);
            var all = 0f;
            foreach (var i in found)
            {
                if (i == except) continue;
                var days = MathF.Abs(dayOf[i] - day);
                var weight = float.IsNaN(days) ? 1 : chain.Weight(days);
                weights[unitOf[i]] += weight;
                all += weight;
            }
            for (var unit = 0; unit < weights.Length; unit++) probabilities[unit] = (weights[unit] + chain.Pull * probabilities[unit]) / (all + chain.Pull);
        }
        foreach (ref var probability in probabilities.AsSpan()) probability = MathF.Log(probability + 1e-6f);
        return probabilities;
    }

    /// <summary>The narrowest set of at least three cases in which the unit occurs.</summary>
    public DispatchPrecedent? Precedent(DispatchFacts facts, int unit)
    {
        foreach (var level in DispatchChain.ByKind.Levels.Reverse())
            if (Find(level, facts) is { Count: >= 3 } found && found.Count(i => unitOf[i] == unit) is > 0 and var count)
                return new(level, found.Count, count);
        return null;
    }

    static float Day(DispatchFacts facts) => facts.Reported is { } time ? (float)(time - Origin).TotalDays : float.NaN;

    List<int>? Find(DispatchLikeness level, DispatchFacts facts)
        => DispatchLikenessKeys.Of(level, facts) is { } key ? alike.GetValueOrDefault((level, key)) : null;
}
