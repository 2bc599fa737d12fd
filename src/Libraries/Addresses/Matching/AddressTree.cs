namespace Linli.Addresses;

/// <summary>The standard addresses as a tree in arrays: a room is a parent, a place of children, a level, a label and a key, 29 bytes.</summary>
internal sealed class AddressTree(int[] parents, int[] firstChild, byte[] levels, int[] labels, string[] texts, Guid[] ids, Dictionary<int, (double Lon, double Lat)> positions)
{
    private readonly Dictionary<string, int> textNumbers = texts.Select((text, i) => (text, i)).ToDictionary(pair => pair.text, pair => pair.i, StringComparer.Ordinal);

    private readonly Dictionary<Guid, int> divisions = Enumerable.Range(0, ids.Length).Where(node => levels[node] <= (byte)AddressLevel.Grid && ids[node] != default)
        .ToDictionary(node => ids[node]);

    /// <summary>The levels that any address has, as bits.</summary>
    private readonly int levelsUsed = levels.Aggregate(0, (used, level) => used | 1 << level);

    public int Count => parents.Length;

    public AddressLevel Level(int node) => (AddressLevel)levels[node];

    public string Text(int node) => texts[labels[node]];

    public Guid Id(int node) => ids[node];

    /// <summary>The division with this key; null when there is none.</summary>
    public int? Division(Guid id) => divisions.TryGetValue(id, out var node) ? node : null;

    public bool Has(AddressLevel level) => (levelsUsed >> (int)level & 1) != 0;

    public (int First, int End) Children(int node) => node < 0 ? (0, Roots) : (firstChild[node], firstChild[node + 1]);

    private int Roots { get; } = Array.FindIndex(parents, parent => parent >= 0) is var first and >= 0 ? first : parents.Length;

    /// <summary>Whether a node is another or lies below it.</summary>
    public bool IsWithin(int node, int other)
    {
        // A parent comes before its children.
        while (node > other) node = parents[node];
        return node == other;
    }

    /// <summary>The position of the node or of the nearest above that has one.</summary>
    public (double Lon, double Lat)? Position(int node)
    {
        for (; node >= 0; node = parents[node])
            if (positions.TryGetValue(node, out var position)) return position;
        return null;
    }

    /// <summary>The key of the node or of the nearest above that is a division and has one.</summary>
    public Guid? DivisionAbove(int node)
    {
        for (; node >= 0; node = parents[node])
            if (levels[node] <= (byte)AddressLevel.Grid && ids[node] != default) return ids[node];
        return null;
    }

    public StandardAddress Address(int node)
    {
        Span<(AddressLevel, string)> parts = new (AddressLevel, string)[AddressLevels.Count];
        var count = 0;
        for (; node >= 0; node = parents[node]) parts[count++] = (Level(node), Text(node));
        return StandardAddress.Of(parts[..count]);
    }

    /// <summary>The nodes below with this level and value. Levels that people leave out are gone through: the estate, its phase, the unit, the floor, and the only building.</summary>
    public void Find(int node, AddressLevel level, string value, List<int> found, int most)
    {
        if (textNumbers.TryGetValue(value, out var label)) Find(node, level, label, found, most);
    }

    private void Find(int node, AddressLevel level, int label, List<int> found, int most)
    {
        var (first, end) = Children(node);
        // Mostly all children are of one level, and a street of numbers is searched at once.
        if (!levels.AsSpan(first..end).ContainsAnyExcept((byte)level))
        {
            var at = labels.AsSpan(first..end).IndexOf(label);
            if (at >= 0 && found.Count < most) found.Add(first + at);
            return;
        }
        for (var child = first; child < end && found.Count < most; child++)
            if (Level(child) == level && labels[child] == label) found.Add(child);
            else if (Level(child) < level && IsOften(Level(child), level, end - first)) Find(child, level, label, found, most);
    }

    /// <summary>The nodes below whose number begins so, of whatever level, the nearer ones first; units and floors are gone through.</summary>
    public void FindPrefix(int node, string prefix, List<int> found, int most)
    {
        var (first, end) = Children(node);
        for (var child = first; child < end && found.Count < most; child++)
            if (!Level(child).IsNamed() && Text(child).StartsWith(prefix, StringComparison.Ordinal)) found.Add(child);
        for (var child = first; child < end && found.Count < most; child++)
            if (Level(child) is AddressLevel.Estate or AddressLevel.Phase or AddressLevel.Unit or AddressLevel.Floor) FindPrefix(child, prefix, found, most);
    }

    private static bool IsOften(AddressLevel left, AddressLevel sought, int siblings) => left switch
    {
        AddressLevel.Estate or AddressLevel.Phase => sought is AddressLevel.Building || siblings == 1,
        AddressLevel.Unit or AddressLevel.Floor => true,
        AddressLevel.Building => siblings == 1,
        _ => false,
    };
}
