namespace Linli.Text;

/// <summary>
/// Logistic regression over the signs of pairs and their n-grams, by AdaGrad with a falling step; deterministic. In collected pairs the kind of talk
/// alone often gives the answer away (in LCQMC the first sentence, without the second, reaches an AUC of 0.74). So what an n-gram says by being there,
/// in one text or both, is learned beside what it says by being shared, and thrown away.
/// </summary>
internal static class PairTraining
{
    const int Rounds = 8;
    const float FirstStep = 0.15f, Floor = 1e-2f, Decay = 1e-4f;

    public static PairWeights Run(IReadOnlyList<(PairText One, PairText Other, bool Same)> pairs)
    {
        var rows = pairs.Select(x => (Signs: PairSigns.Of(x.One, x.Other), Words: PairWordSigns.Of(x.One, x.Other), x.Same)).ToArray();
        var (means, widths) = Spread([.. rows.Select(x => x.Signs)]);
        foreach (var (signs, _, _) in rows)
            for (var i = 0; i < signs.Length; i++) signs[i] = (signs[i] - means[i]) / widths[i];
        var learned = new PairWeights(new float[PairSigns.Count + 1], new float[1 << PairWeights.WordBits]);
        var (signSteepness, wordSteepness) = (new float[PairSigns.Count + 1], new float[1 << PairWeights.WordBits]);
        var (talk, talkSteepness) = (new float[1 << PairWeights.WordBits], new float[1 << PairWeights.WordBits]);
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(rows);
            var step = FirstStep * (Rounds - round) / Rounds;
            foreach (var (signs, words, same) in rows)
            {
                var heard = 0f;
                foreach (var place in words.Places) heard += talk[place] * words.Weight;
                var error = 1 / (1 + MathF.Exp(-learned.Sum(signs) - learned.Sum(words) - heard)) - (same ? 1 : 0);
                Dense.Descend(learned.Signs.AsSpan(0, PairSigns.Count), signSteepness.AsSpan(0, PairSigns.Count), signs, error, step, Floor, Decay);
                Dense.Descend(learned.Signs.AsSpan(PairSigns.Count), signSteepness.AsSpan(PairSigns.Count), [1], error, step, Floor, 0);
                for (var i = 0; i < words.Places.Length; i++)
                {
                    var place = words.Places[i];
                    Dense.Descend(learned.Words.AsSpan(place, 1), wordSteepness.AsSpan(place, 1), [i < words.InBoth ? words.Weight : -words.Weight], error, step, Floor, Decay);
                    Dense.Descend(talk.AsSpan(place, 1), talkSteepness.AsSpan(place, 1), [words.Weight], error, step, Floor, Decay);
                }
            }
        }
        return Unscaled(learned, means, widths);
    }

    /// <summary>Weights for the signs as they are, learned for signs brought to the same width.</summary>
    static PairWeights Unscaled(PairWeights learned, float[] means, float[] widths)
    {
        for (var i = 0; i < PairSigns.Count; i++)
        {
            learned.Signs[i] /= widths[i];
            learned.Signs[PairSigns.Count] -= learned.Signs[i] * means[i];
        }
        return learned;
    }

    static (float[] Means, float[] Widths) Spread(float[][] rows)
    {
        var (means, widths) = (new float[PairSigns.Count], new float[PairSigns.Count]);
        foreach (var row in rows) Dense.Add(means, row, 1f / rows.Length);
        foreach (var row in rows)
            for (var i = 0; i < row.Length; i++) widths[i] += (row[i] - means[i]) * (row[i] - means[i]) / rows.Length;
        foreach (ref var width in widths.AsSpan()) width = width == 0 ? 1 : MathF.Sqrt(width);
        return (means, widths);
    }
}
