namespace Linli.Text;

/// <summary>
/// How likely it is that two Chinese texts tell of the same, without a dictionary and without anybody's model. What is compared: characters and pairs
/// of characters, rare ones counting more, their order, the length, numbers, denials and what is asked. Immutable; safe to use from many threads.
/// </summary>
public sealed class PairScorer
{
    readonly Rarity rarity;
    readonly PairWeights weights;

    PairScorer(Rarity rarity, PairWeights weights) => (this.rarity, this.weights) = (rarity, weights);

    /// <summary>A scorer that knows which words are rare among these texts, some thousand of the district's own; it weighs what it finds by hand-set weights.</summary>
    public static PairScorer Knowing(IEnumerable<string> texts) => new(new(texts), PairWeights.ByHand);

    /// <summary>A scorer that has learned from pairs what speaks for and against.</summary>
    public static PairScorer Train(IReadOnlyList<LabelledPair> pairs)
    {
        var rarity = new Rarity(pairs.SelectMany(x => new[] { x.One, x.Other }).Distinct(StringComparer.Ordinal));
        return new(rarity, PairTraining.Run([.. pairs.Select(x => (new PairText(x.One, rarity), new PairText(x.Other, rarity), x.Same))]));
    }

    /// <summary>Reads a text, of which the first 600 letters count. To compare it only with what the same scorer has prepared.</summary>
    public PairText Prepare(string text) => new(text, rarity);

    /// <summary>From 0, nothing in common, to 1. Which of them comes first makes no difference.</summary>
    public double Score(PairText one, PairText other) => weights.Score(one, other);

    /// <summary>The score, and the words that both have, for a person to see.</summary>
    public PairLikeness Explain(PairText one, PairText other) => PairReasons.Find(one, other, rarity, Score(one, other));
}

/// <summary>Why two texts seem to tell of the same.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Words">What both have, as the first wrote it, that which tells most first.</param>
/// <param name="InOne">Where that stands in the first text as written, from left to right.</param>
/// <param name="InOther">Where it stands in the other.</param>
public sealed record PairLikeness(double Score, IReadOnlyList<string> Words, IReadOnlyList<Range> InOne, IReadOnlyList<Range> InOther);
