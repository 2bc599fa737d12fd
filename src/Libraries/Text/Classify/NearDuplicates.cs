namespace Linli.Text;

/// <summary>Knows texts by their character 3-grams and finds, exactly, whether another text nearly equals one of them.</summary>
internal sealed class NearDuplicates
{
    readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
    readonly List<int> sizes = [];
    readonly double sameFrom;

    public NearDuplicates(IEnumerable<string> texts, double sameFrom)
    {
        this.sameFrom = sameFrom;
        foreach (var text in texts)
        {
            var grams = Grams(text);
            foreach (var gram in grams)
            {
                if (!places.TryGetValue(gram, out var list)) places[gram] = list = [];
                list.Add(sizes.Count);
            }
            sizes.Add(grams.Count);
        }
    }

    public bool Knows(string text)
    {
        var grams = Grams(text);
        var shared = new Dictionary<int, int>();
        foreach (var gram in grams)
            foreach (var place in places.GetValueOrDefault(gram) ?? [])
                shared[place] = shared.GetValueOrDefault(place) + 1;
        return shared.Any(x => x.Value >= sameFrom * (grams.Count + sizes[x.Key] - x.Value));
    }

    static HashSet<string> Grams(string text)
    {
        var key = MergedMessages.Key(text);
        if (key.Length is 1 or 2) return [key];
        return [.. Enumerable.Range(0, Math.Max(0, key.Length - 2)).Select(x => key.Substring(x, 3))];
    }
}
