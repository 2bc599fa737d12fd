namespace Linli.Text;

/// <summary>A text that was read once to be compared with many; see <see cref="PairScorer.Prepare"/>. Immutable.</summary>
public sealed class PairText
{
    /// <summary>How many characters are compared: what a case is about is said early.</summary>
    internal const int Limit = 600;

    readonly int[] sources;

    internal PairText(string text, Rarity rarity)
    {
        using var folded = new FoldedText(text, Limit, digitsApart: true);
        Text = text;
        Folded = new(folded.Characters);
        sources = new int[folded.Length];
        for (var i = 0; i < sources.Length; i++) sources[i] = folded.Source(i);
        (Characters, Couples) = (new(Folded, 1, rarity), new(Folded, 2, rarity));
        (Words, Order) = (new(Folded), new(Folded));
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>Letters, digits and Han characters alike in width and case, anything else one blank.</summary>
    internal string Folded { get; }

    internal PairBag Characters { get; }

    /// <summary>Two characters side by side.</summary>
    internal PairBag Couples { get; }

    internal PairWords Words { get; }

    internal PairOrder Order { get; }

    /// <summary>Where a stretch of the folded text stands in the text as written.</summary>
    internal Range Source(int start, int length) => sources[start]..(sources[start + length - 1] + 1);

    /// <summary>All characters and couples of a folded text, as often as they occur.</summary>
    internal static IEnumerable<uint> Grams(ReadOnlySpan<char> folded)
    {
        var grams = new List<uint>(folded.Length * 2);
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i] == ' ') continue;
            grams.Add(Ngram.Of(folded.Slice(i, 1)));
            if (i + 1 < folded.Length && folded[i + 1] != ' ') grams.Add(Ngram.Of(folded.Slice(i, 2)));
        }
        return grams;
    }
}
