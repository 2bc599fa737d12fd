using System.Buffers;

namespace Linli.Addresses;

/// <summary>
/// Search as one types. What is complete is followed down the tree; the last piece may be unfinished: the beginning of a number, or a piece of a
/// name, which is looked for in all names (there are a few thousand of them to a million rooms).
/// </summary>
internal sealed class AddressSearch(AddressTree tree, NameIndex names, AddressMatcher matcher)
{
    private const int LongestQuery = 80, NamesByInitials = 3;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public IReadOnlyList<AddressSuggestion> Suggest(string typed, int most, int within, AddressLevel deepest)
    {
        var text = typed.Trim();
        var found = new Found(tree, most, within, deepest);
        if (text.Length > 0) Find(text.Length > LongestQuery ? text[..LongestQuery] : text, found);
        return [.. found.Nodes.Select(node => new AddressSuggestion(tree.Id(node), tree.Level(node), tree.Address(node).ToString(), tree.Position(node), tree.DivisionAbove(node)))];
    }

    private void Find(string text, Found found)
    {
        var letters = text.AsSpan().IndexOfAnyExcept(Letters) is var end and >= 0 ? end : text.Length;
        if (letters > 1) FindInitials(text[..letters].ToUpperInvariant(), text[letters..], found);

        var parsed = AddressParser.Parse(text, names);
        var read = parsed.Parts.Count > 0 ? parsed.Parts[^1].Span.End.Value : 0;
        if (text.AsSpan(read).Trim() is { Length: > 0 } tail) FindPiece(Places(parsed.Parts, found.Within), tail, found);
        else
        {
            var (last, before) = (parsed.Parts[^1], Places([.. parsed.Parts.SkipLast(1)], found.Within));
            if (last.Level.IsNamed()) FindPiece(before, last.Value, found);
            else if (last.Sign is "") FindNumber(before, last.Value, found);
            else FindWhole(before, last, found);
        }
        if (found.Nodes.Count > 0) AddChildren(found.Nodes[0], found);
    }

    /// <summary>The places that fit everything typed so far; the whole division when nothing was read yet.</summary>
    private List<int> Places(IReadOnlyList<AddressPart> parts, int within)
    {
        if (parts.Count == 0) return [within];
        var trails = matcher.Follow(parts, within);
        return [.. trails.Where(trail => trail.Gain > 0 && trail.Gain >= trails[0].Gain - 0.01f).Select(trail => trail.Node).Distinct()];
    }

    private void FindInitials(string initials, string rest, Found found)
    {
        var hits = names.Entries.Select(entry => (entry, At: entry.Initials.IndexOf(initials, StringComparison.Ordinal))).Where(hit => hit.At >= 0)
            .OrderBy(hit => hit.At > 0).ThenBy(hit => hit.entry.Name.Length);
        if (rest.Length > 0) foreach (var (entry, _) in hits.Take(NamesByInitials)) Find(entry.Name + rest, found);
        else foreach (var (entry, _) in hits) found.AddRange(entry.Nodes);
    }

    /// <summary>Names that begin with the piece before those that have it inside, shorter ones first.</summary>
    private void FindPiece(List<int> places, ReadOnlySpan<char> piece, Found found)
    {
        var key = Numerals.Key(piece);
        if (char.IsAsciiDigit(key[0])) FindNumber(places, key, found);
        var hits = new List<(bool Inside, NameEntry Entry)>();
        foreach (var entry in names.Entries)
            if (entry.Key.IndexOf(key, StringComparison.Ordinal) is var at and >= 0) hits.Add((at > 0, entry));
        foreach (var (_, entry) in hits.OrderBy(hit => hit.Inside).ThenBy(hit => hit.Entry.Key.Length).ThenBy(hit => hit.Entry.Level))
        {
            if (found.IsFull) return;
            found.AddRange(entry.Nodes.Where(node => places.Exists(place => tree.IsWithin(node, place))));
        }
    }

    /// <summary>The number itself before those that begin so.</summary>
    private void FindNumber(List<int> places, string number, Found found)
    {
        var begun = new List<int>();
        foreach (var place in places)
            if (place >= 0) tree.FindPrefix(place, number, begun, found.Most * 4);
        found.AddRange(begun.OrderBy(node => tree.Text(node).Length));
    }

    private void FindWhole(List<int> places, AddressPart part, Found found)
    {
        var whole = new List<int>();
        foreach (var place in places)
            if (place >= 0) tree.Find(place, part.Level, part.Value, whole, found.Most);
        found.AddRange(whole);
    }

    private void AddChildren(int node, Found found)
    {
        var (first, end) = tree.Children(node);
        found.AddRange(Enumerable.Range(first, end - first));
    }

    /// <summary>What was found within the part of the tree that may be seen, each once, in the order of finding.</summary>
    private sealed class Found(AddressTree tree, int most, int within, AddressLevel deepest)
    {
        public int Most => most;

        public int Within => within;

        public List<int> Nodes { get; } = [];

        public bool IsFull => Nodes.Count >= most;

        public void AddRange(IEnumerable<int> nodes)
        {
            if (IsFull) return;
            foreach (var node in nodes)
            {
                if (tree.Level(node) <= deepest && tree.IsWithin(node, within) && !Nodes.Contains(node)) Nodes.Add(node);
                if (IsFull) return;
            }
        }
    }
}
