namespace Linli.Text;

/// <summary>Finds the stretches of two and more characters that both texts have, without those that say little.</summary>
internal static class PairReasons
{
    const int Shown = 6;

    /// <summary>A stretch of two characters that every third text has is not shown.</summary>
    const float Telling = 2.1f;

    public static PairLikeness Find(PairText one, PairText other, Rarity rarity, double score)
    {
        var found = Shared(one.Folded, other.Folded)
            .Select(x => (x.InOne, x.InOther, x.Length, Weight: Weight(one.Folded.AsSpan(x.InOne, x.Length), rarity)))
            .Where(x => x.Weight >= Telling)
            .OrderByDescending(x => x.Weight).DistinctBy(x => one.Folded.Substring(x.InOne, x.Length)).Take(Shown).ToArray();
        return new(score,
            [.. found.Select(x => one.Text[one.Source(x.InOne, x.Length)])],
            [.. found.OrderBy(x => x.InOne).Select(x => one.Source(x.InOne, x.Length))],
            [.. found.OrderBy(x => x.InOther).Select(x => other.Source(x.InOther, x.Length))]);
    }

    /// <summary>The longest stretches from left to right, none within another, each where it first stands in the other text.</summary>
    static IEnumerable<(int InOne, int InOther, int Length)> Shared(string one, string other)
    {
        for (var start = 0; start < one.Length; start++)
        {
            var (length, place) = Longest(one, start, other);
            if (length < 2) continue;
            yield return (start, place, length);
            start += length - 1;
        }
    }

    static (int Length, int Place) Longest(string one, int start, string other)
    {
        var (length, place) = (0, -1);
        for (var end = start + 1; end <= one.Length && one[end - 1] != ' '; end++)
        {
            var at = other.AsSpan(Math.Max(place, 0)).IndexOf(one.AsSpan(start, end - start), StringComparison.Ordinal);
            if (at < 0) break;
            (length, place) = (end - start, Math.Max(place, 0) + at);
        }
        return (length, place);
    }

    /// <summary>The rarity of its couples, one after the other; a long stretch tells more than a short one.</summary>
    static float Weight(ReadOnlySpan<char> words, Rarity rarity)
    {
        var sum = 0f;
        for (var i = 0; i + 2 <= words.Length; i++) sum += rarity.Of(Ngram.Of(words.Slice(i, 2)));
        return sum;
    }
}
