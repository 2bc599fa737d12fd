using System.Collections.Frozen;

namespace Linli.Text;

/// <summary>The words of a taxonomy and their character pairs, each with the leaves it speaks for and how loudly.</summary>
internal sealed class TaxonomyTerms
{
    public const int Longest = 8;

    /// <summary>A parent's name speaks for all its leaves, a pair of characters only hints at its word.</summary>
    const float ParentShare = 0.4f, PairShare = 0.25f;

    readonly FrozenDictionary<string, (int Leaf, float Weight)[]> terms;
    readonly FrozenDictionary<string, (int Leaf, float Weight)[]>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public TaxonomyTerms(IReadOnlyList<TaxonomyLeaf> leaves)
    {
        var weights = new Dictionary<string, Dictionary<int, float>>(StringComparer.Ordinal);
        foreach (var (number, leaf) in leaves.Index())
        {
            AddWord(leaf.Name, number, 1);
            foreach (var keyword in leaf.Keywords) AddWord(keyword, number, 1);
            foreach (var parent in leaf.Parents) AddWord(parent, number, ParentShare);
        }
        terms = weights.ToFrozenDictionary(
            x => x.Key,
            x => x.Value.Select(y => (y.Key, y.Value * Telling(x.Key, x.Value.Count))).ToArray(),
            StringComparer.Ordinal);
        lookup = terms.GetAlternateLookup<ReadOnlySpan<char>>();

        float Telling(string term, int spokenFor) => MathF.Sqrt(term.Length) * MathF.Log((1f + leaves.Count) / spokenFor, 1f + leaves.Count);

        void AddWord(string word, int leaf, float weight)
        {
            using var folded = new FoldedText(word, 100);
            foreach (var range in folded.Characters.Split(' '))
            {
                var part = folded.Characters[range];
                if (part.Length is >= 2 and <= Longest) Add(part.ToString(), leaf, weight);
                for (var i = 0; i + 2 <= part.Length; i++) Add(part.Slice(i, 2).ToString(), leaf, weight * PairShare);
            }
        }

        void Add(string term, int leaf, float weight)
        {
            if (term.Contains('0', StringComparison.Ordinal)) return;   // house numbers and dates say nothing of the kind
            if (!weights.TryGetValue(term, out var spoken)) weights[term] = spoken = [];
            spoken[leaf] = Math.Max(spoken.GetValueOrDefault(leaf), weight);
        }
    }

    /// <summary>The leaves that a piece of folded text speaks for; empty when it is no term.</summary>
    public ReadOnlySpan<(int Leaf, float Weight)> Find(ReadOnlySpan<char> piece) => lookup.TryGetValue(piece, out var found) ? found : [];
}
