namespace Linli.Text;

/// <summary>What each sign counts: the inner product with the weights becomes a probability (logistic regression).</summary>
/// <param name="signs">One weight for each of <see cref="PairSigns"/> and a last one that always counts.</param>
/// <param name="words">One for each n-gram, by its hash: how much it matters whether both have it. Empty before there are pairs to learn from.</param>
internal sealed class PairWeights(float[] signs, float[] words)
{
    public const int WordBits = 18;

    /// <summary>
    /// Set by hand for reports, which are longer than sentences: two neighbours use other words for the same lamp but name the same place,
    /// and a house number that differs speaks against. Two reports that share no pair of characters get 0.02, a copy gets 0.99.
    /// </summary>
    public static PairWeights ByHand { get; } = new([2, 4, 0, 1, 2, 1, 0, 0, 0, -1, 0, 0, -4], []);

    public float[] Signs => signs;

    public float[] Words => words;

    public double Score(PairText one, PairText other)
    {
        var sum = Sum(PairSigns.Of(one, other));
        if (words.Length > 0) sum += Sum(PairWordSigns.Of(one, other));
        return 1 / (1 + Math.Exp(-sum));
    }

    public float Sum(float[] found) => Dense.Dot(found, signs.AsSpan(0, PairSigns.Count)) + signs[PairSigns.Count];

    public float Sum(PairWordSigns found)
    {
        var sum = 0f;
        for (var i = 0; i < found.Places.Length; i++) sum += i < found.InBoth ? words[found.Places[i]] : -words[found.Places[i]];
        return sum * found.Weight;
    }
}
