namespace Linli.Text;

/// <summary>The n-grams of two texts as signs: 怎么 in one and 如何 in the other says something else than 水 in one and 电 in the other.</summary>
/// <param name="Places">Places in the table of weights.</param>
/// <param name="Weight">What each counts: the more there are the less, so that long texts do not shout.</param>
internal readonly record struct PairWordSigns(List<int> Places, float Weight)
{
    const uint InBoth = 0x5bd1e995;

    public static PairWordSigns Of(PairText one, PairText other)
    {
        var places = new List<int>();
        Walk(one.Characters.Grams, other.Characters.Grams, places);
        Walk(one.Couples.Grams, other.Couples.Grams, places);
        return new(places, places.Count == 0 ? 0 : 2 / MathF.Sqrt(places.Count));
    }

    static void Walk(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other, List<int> places)
    {
        var (i, j) = (0, 0);
        while (i < one.Length || j < other.Length)
        {
            if (j == other.Length || i < one.Length && one[i] < other[j]) places.Add(Place(one[i++]));
            else if (i == one.Length || other[j] < one[i]) places.Add(Place(other[j++]));
            else
            {
                places.Add(Place(one[i++] ^ InBoth));
                j++;
            }
        }
    }

    static int Place(uint gram) => (int)(gram * 0x9E3779B1u >> (32 - PairWeights.WordBits));
}
