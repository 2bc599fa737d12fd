namespace Linli.Text;

/// <summary>
/// The n-grams of two texts as signs. One that both have speaks for, one that only one of them has speaks as much against: 路灯 says much, 请问 says
/// little. What an n-gram says by being there at all is not asked.
/// </summary>
/// <param name="Places">Places in the table of weights.</param>
/// <param name="InBoth">How many of them, from the first, stand for n-grams that both have.</param>
internal readonly record struct PairWordSigns(int[] Places, int InBoth)
{
    /// <summary>What each counts: the more there are the less, so that long texts do not shout.</summary>
    public float Weight => Places.Length == 0 ? 0 : 2 / MathF.Sqrt(Places.Length);

    public static PairWordSigns Of(PairText one, PairText other)
    {
        var (shared, apart) = (new List<int>(), new List<int>());
        Walk(one.Characters.Grams, other.Characters.Grams, shared, apart);
        Walk(one.Couples.Grams, other.Couples.Grams, shared, apart);
        return new([.. shared, .. apart], shared.Count);
    }

    static void Walk(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other, List<int> shared, List<int> apart)
    {
        var (i, j) = (0, 0);
        while (i < one.Length || j < other.Length)
        {
            if (j == other.Length || i < one.Length && one[i] < other[j]) apart.Add(Place(one[i++]));
            else if (i == one.Length || other[j] < one[i]) apart.Add(Place(other[j++]));
            else
            {
                shared.Add(Place(one[i++]));
                j++;
            }
        }
    }

    static int Place(uint gram) => (int)(gram * 0x9E3779B1u >> (32 - PairWeights.WordBits));
}
