using System.Runtime.InteropServices;

namespace Linli.Text;

/// <summary>What a report is about: its strongest pairs of characters, brought to length one. What the title says counts twice.</summary>
internal static class TopicVector
{
    const int Strongest = 40;

    public static string Joined(CaseText text) => $"{text.Title}\n{text.Body}";

    public static (uint Gram, float Weight)[] Of(CaseText text, Rarity rarity)
    {
        var found = new Dictionary<uint, float>();
        Read(text.Title, 2);
        Read(text.Body, 1);
        var strongest = found.Select(x => (Gram: x.Key, Weight: (1 + MathF.Log(x.Value)) * (rarity.Of(x.Key) - 1)))
            .OrderByDescending(x => x.Weight).ThenBy(x => x.Gram).Take(Strongest).ToArray();
        var length = MathF.Sqrt(strongest.Sum(x => x.Weight * x.Weight));
        return length == 0 ? [] : [.. strongest.Select(x => (x.Gram, x.Weight / length))];

        void Read(string words, float times)
        {
            using var folded = new FoldedText(words, PairText.Limit, digitsApart: true);
            for (var i = 0; i + 2 <= folded.Length; i++)
                if (!folded.Characters.Slice(i, 2).Contains(' ')) CollectionsMarshal.GetValueRefOrAddDefault(found, Ngram.Of(folded.Characters.Slice(i, 2)), out _) += times;
        }
    }
}
