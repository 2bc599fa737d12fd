namespace Linli.Addresses;

/// <summary>A name and the nodes that have it: a road runs through several communities.</summary>
internal sealed record NameEntry(string Key, string Name, NameKind Kind, AddressLevel Level, int[] Nodes)
{
    public string Initials { get; } = PinyinInitials.Of(Name);
}

/// <summary>A name that may be meant by what is written, and how well it fits, from 0 to 1.</summary>
internal readonly record struct NameHit(NameEntry Entry, MatchKind How, float Fit);

/// <summary>All names, found when written exactly, when one character is wrong, missing or too much, when the word for the kind is left out, and from a piece of them.</summary>
internal sealed class NameIndex : INameVocabulary
{
    private const int LeastForErrors = 3;

    private readonly NameEntry[] entries;
    private readonly Dictionary<string, List<NameEntry>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal), stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> vocabularyBySpan, stemsBySpan;
    private readonly HashSet<(char, char)> beginnings = [];

    /// <summary>By the hash of the key with one character left out: two names one character apart share one of these (symmetric deletion).</summary>
    private readonly Dictionary<int, List<NameEntry>> byDeletion = [];

    public NameIndex(AddressTree tree, IEnumerable<(int Node, string Name, NameKind Kind)> names)
    {
        entries = [.. names.GroupBy(name => (name.Name, name.Kind, Level: tree.Level(name.Node)))
            .Select(group => new NameEntry(Numerals.Key(group.Key.Name), group.Key.Name, group.Key.Kind, group.Key.Level, [.. group.Select(name => name.Node)]))];
        foreach (var entry in entries) Add(entry);
        (vocabularyBySpan, stemsBySpan) = (vocabulary.GetAlternateLookup<ReadOnlySpan<char>>(), stems.GetAlternateLookup<ReadOnlySpan<char>>());
    }

    public IReadOnlyList<NameEntry> Entries => entries;

    public bool Begins(ReadOnlySpan<char> folded) => folded.Length > 1 && beginnings.Contains((folded[0], folded[1]));

    public int LevelsOf(ReadOnlySpan<char> folded, out bool whole)
    {
        whole = vocabularyBySpan.TryGetValue(folded, out var levels);
        return whole || stemsBySpan.TryGetValue(folded, out levels) ? levels : 0;
    }

    public bool Knows(string written, AddressLevel level) => Known(Numerals.Key(written)).Exists(entry => entry.Level == level && entry.Kind is not NameKind.Short);

    /// <summary>The names that may be meant: those that are written so; where there are none, those that come near.</summary>
    public IEnumerable<NameHit> Find(string written, AddressLevel level)
    {
        var key = Numerals.Key(written);
        var exact = Known(key).Where(entry => entry.Kind is not NameKind.Short).Select(entry => Whole(entry, level)).ToList();
        return exact.Count > 0 ? exact : Shortened(key, written, level).Concat(Similar(key)).Where(found => Alike(found.Entry.Level, level)).DistinctBy(found => found.Entry);
    }

    private static NameHit Whole(NameEntry entry, AddressLevel level)
    {
        var (how, fit) = entry.Kind switch { NameKind.Standard => (MatchKind.Exact, 1f), NameKind.Alias => (MatchKind.Alias, 0.98f), _ => (MatchKind.OldName, 0.96f) };
        return new(entry, how, Alike(entry.Level, level) ? fit : fit * 0.9f);
    }

    /// <summary>The names of this level that are written with one slip.</summary>
    public IEnumerable<NameHit> FindSimilar(string written, AddressLevel level) =>
        Similar(Numerals.Key(written)).Where(found => Alike(found.Entry.Level, level));

    private IEnumerable<NameHit> Shortened(string key, string written, AddressLevel level)
    {
        foreach (var entry in Known(key)) yield return new(entry, MatchKind.Short, 0.85f);
        var stem = Designators.Stem(written, level);
        if (stem.Length == 0) yield break;
        foreach (var entry in Known(Numerals.Key(stem))) yield return new(entry, MatchKind.Short, entry.Kind is NameKind.Short ? 0.75f : 0.85f);
    }

    private IEnumerable<NameHit> Similar(string key)
    {
        if (key.Length < LeastForErrors) return [];
        return Deletions(key).Append(key.GetHashCode(StringComparison.Ordinal)).SelectMany(hash => byDeletion.GetValueOrDefault(hash) ?? []).Distinct()
            .Where(entry => IsOneOff(key, entry.Key)).Select(entry => new NameHit(entry, MatchKind.Similar, entry.Key.Length > LeastForErrors ? 0.8f : 0.6f));
    }

    private List<NameEntry> Known(string key) => byKey.GetValueOrDefault(key) ?? [];

    private void Add(NameEntry entry)
    {
        AddTo(byKey, entry.Key, entry);
        var folded = string.Create(entry.Name.Length, entry.Name, (span, name) => Folding.Fold(name, span));
        if (folded.Length > 1) beginnings.Add((folded[0], folded[1]));
        vocabulary[folded] = vocabulary.GetValueOrDefault(folded) | 1 << (int)entry.Level;
        if (entry.Key.Length >= LeastForErrors)
        {
            AddTo(byDeletion, entry.Key.GetHashCode(StringComparison.Ordinal), entry);
            foreach (var hash in Deletions(entry.Key).Distinct()) AddTo(byDeletion, hash, entry);
        }
        var stem = Designators.Stem(folded, entry.Level).ToString();
        if (stem.Length == 0) return;
        AddTo(byKey, Numerals.Key(stem), entry with { Kind = NameKind.Short });
        // A road without its word is no sign of a road: 翠湖 in 翠湖新村.
        if (entry.Level is not AddressLevel.Road) stems[stem] = stems.GetValueOrDefault(stem) | 1 << (int)entry.Level;
    }

    private static void AddTo<TKey>(Dictionary<TKey, List<NameEntry>> lists, TKey key, NameEntry entry) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = new(1);
        list.Add(entry);
    }

    private static IEnumerable<int> Deletions(string key)
    {
        for (var i = 0; i < key.Length; i++)
            yield return string.Concat(key.AsSpan(0, i), key.AsSpan(i + 1)).GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>One character wrong, missing, too much, or two neighbours exchanged. A number is never a slip of the pen: 一区 is not 二区.</summary>
    internal static bool IsOneOff(string one, string other)
    {
        var start = one.AsSpan().CommonPrefixLength(other);
        var end = 0;
        while (end < Math.Min(one.Length, other.Length) - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        var left = one.AsSpan(start, one.Length - start - end);
        var right = other.AsSpan(start, other.Length - start - end);
        if (left.ContainsAnyInRange('0', '9') || right.ContainsAnyInRange('0', '9')) return false;
        return left.Length <= 1 && right.Length <= 1 || left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0];
    }

    /// <summary>A village is a community in the country, and people say one for the other; the other road of a crossing is a road.</summary>
    private static bool Alike(AddressLevel one, AddressLevel other) => one == other
        || one is AddressLevel.Village or AddressLevel.Community && other is AddressLevel.Village or AddressLevel.Community
        || one is AddressLevel.Road && other is AddressLevel.Crossing;
}
