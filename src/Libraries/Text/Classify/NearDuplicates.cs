using System.Runtime.InteropServices;

namespace Linli.Text;

/// <summary>Knows texts by their character 3-grams and finds, exactly, whether another text nearly equals one of them.</summary>
internal sealed class NearDuplicates
{
    readonly Dictionary<uint, List<int>> places = [];
    readonly List<int> sizes = [];
    readonly double sameFrom;

    public NearDuplicates(IEnumerable<string> texts, double sameFrom)
    {
        this.sameFrom = sameFrom;
        foreach (var text in texts)
        {
            var grams = Grams(text);
            foreach (var gram in grams) (CollectionsMarshal.GetValueRefOrAddDefault(places, gram, out _) ??= []).Add(sizes.Count);
            sizes.Add(grams.Count);
        }
    }

    public bool Knows(string text)
    {
        var grams = Grams(text);
        var shared = new int[sizes.Count];
        foreach (var gram in grams)
            foreach (var place in CollectionsMarshal.AsSpan(places.GetValueOrDefault(gram)))
                shared[place]++;
        return shared.Index().Any(x => x.Item > 0 && x.Item >= sameFrom * (grams.Count + sizes[x.Index] - x.Item));
    }

    static HashSet<uint> Grams(string text)
    {
        var key = MergedMessages.Key(text).AsSpan();
        var grams = new HashSet<uint>();
        if (key.Length is 1 or 2) grams.Add(Ngram.Of(key));
        for (var start = 0; start + 3 <= key.Length; start++) grams.Add(Ngram.Of(key.Slice(start, 3)));
        return grams;
    }
}
