namespace Linli.Text;

/// <summary>How rare characters and pairs of characters are among some texts, in a table of fixed size: two that meet there count as one.</summary>
internal sealed class Rarity
{
    const int Bits = 18;

    readonly int[] texts = new int[1 << Bits];
    readonly int all;

    public Rarity(IEnumerable<string> among)
    {
        var seen = new HashSet<int>();
        foreach (var text in among)
        {
            all++;
            seen.Clear();
            using var folded = new FoldedText(text, PairText.Limit, digitsApart: true);
            foreach (var gram in PairText.Grams(folded.Characters))
                if (seen.Add(Place(gram))) texts[Place(gram)]++;
        }
    }

    /// <summary>1 for what every text holds, and for everything as long as no text was seen; about 10 for what one of ten thousand holds.</summary>
    public float Of(uint gram) => 1 + MathF.Log((all + 1f) / (texts[Place(gram)] + 1f));

    static int Place(uint gram) => (int)(gram * 0x9E3779B1u >> (32 - Bits));
}
