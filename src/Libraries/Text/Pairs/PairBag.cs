namespace Linli.Text;

/// <summary>The n-grams of one length in a text: each once, in the order of their hashes, a second mention counting less, rare ones more.</summary>
internal sealed class PairBag
{
    readonly uint[] grams;
    readonly float[] weights;
    readonly float sum, length;

    public PairBag(string folded, int size, Rarity rarity)
    {
        var all = new uint[folded.Length];
        var count = 0;
        for (var i = 0; i + size <= folded.Length; i++)
            if (!folded.AsSpan(i, size).Contains(' ')) all[count++] = Ngram.Of(folded.AsSpan(i, size));
        Array.Sort(all, 0, count);
        (grams, weights) = (new uint[count], new float[count]);
        for (var i = 0; i < count; Count++)
        {
            var from = i;
            while (i < count && all[i] == all[from]) i++;
            grams[Count] = all[from];
            weights[Count] = (1 + MathF.Log(i - from)) * rarity.Of(all[from]);
            sum += weights[Count];
            length += weights[Count] * weights[Count];
        }
        length = MathF.Sqrt(length);
    }

    public int Count { get; }

    public ReadOnlySpan<uint> Grams => grams.AsSpan(0, Count);

    /// <summary>What two bags share, by weight.</summary>
    public static PairOverlap Compare(PairBag one, PairBag other)
    {
        var (dot, shared, onlyOne, onlyOther, rarest, i, j) = (0f, 0f, 0f, 0f, 0f, 0, 0);
        while (i < one.Count || j < other.Count)
        {
            if (j == other.Count || i < one.Count && one.grams[i] < other.grams[j])
            {
                onlyOne += one.weights[i];
                rarest = Math.Max(rarest, one.weights[i++]);
            }
            else if (i == one.Count || other.grams[j] < one.grams[i])
            {
                onlyOther += other.weights[j];
                rarest = Math.Max(rarest, other.weights[j++]);
            }
            else
            {
                dot += one.weights[i] * other.weights[j];
                shared += Math.Min(one.weights[i++], other.weights[j++]);
            }
        }
        return new(Cosine: Share(dot, one.length * other.length), OfBoth: Share(2 * shared, one.sum + other.sum),
            OfShorter: Share(shared, Math.Min(one.sum, other.sum)), LessApart: Math.Min(onlyOne, onlyOther), RarestApart: rarest);
    }

    static float Share(float part, float whole) => whole == 0 ? 0 : part / whole;
}

/// <summary>What two bags share.</summary>
/// <param name="Cosine">The cosine of the angle between them.</param>
/// <param name="OfBoth">Twice the shared weight as a part of the weight of both (Dice).</param>
/// <param name="OfShorter">The shared weight as a part of the lighter one's.</param>
/// <param name="LessApart">The weight that only one of them has, in the one that has less of it.</param>
/// <param name="RarestApart">The rarest n-gram that only one of them has.</param>
internal readonly record struct PairOverlap(float Cosine, float OfBoth, float OfShorter, float LessApart, float RarestApart);
