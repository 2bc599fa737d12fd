namespace Linli.Addresses;

/// <summary>Takes the standard addresses in, parents before children, and makes the library of them.</summary>
public sealed class AddressLibraryBuilder
{
    /// <summary>The parent of addresses that have none.</summary>
    public const int Top = -1;

    private readonly List<int> parents = [], labels = [];
    private readonly List<byte> levels = [];
    private readonly List<Guid> ids = [];
    private readonly List<string> texts = [];
    private readonly Dictionary<string, int> textNumbers = new(StringComparer.Ordinal);
    private readonly List<(int Node, string Name, NameKind Kind)> names = [];
    private readonly Dictionary<int, (double Lon, double Lat)> positions = [];

    /// <summary>Adds one address below another and gives its number, by which its children and names are added.</summary>
    /// <param name="parent">The number of the parent, or <see cref="Top"/>.</param>
    /// <param name="level">Its level, below that of the parent.</param>
    /// <param name="value">As in <see cref="StandardAddress"/>: a name whole, a number in Arabic digits without its word.</param>
    /// <param name="id">The caller's key; may be empty. No two divisions have the same.</param>
    /// <exception cref="ArgumentException">The level is not below the parent's, or the value is empty.</exception>
    public int Add(int parent, AddressLevel level, string value, Guid id = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (parent >= 0 && (byte)level <= levels[parent]) throw new ArgumentException($"{level} {value} cannot stand below {(AddressLevel)levels[parent]}.", nameof(level));
        if (!textNumbers.TryGetValue(value, out var label))
        {
            textNumbers[value] = label = texts.Count;
            texts.Add(value);
        }
        parents.Add(parent);
        levels.Add((byte)level);
        labels.Add(label);
        ids.Add(id);
        if (level.IsNamed()) names.Add((ids.Count - 1, value, NameKind.Standard));
        return ids.Count - 1;
    }

    /// <summary>Adds another name of an address: an alias or one that it had.</summary>
    public void AddName(int address, string name, NameKind kind) => names.Add((address, name, kind));

    /// <summary>Says where an address lies, in degrees; what is below it and has no position of its own lies there too.</summary>
    public void Place(int address, double lon, double lat) => positions[address] = (lon, lat);

    /// <summary>Makes the library. The builder is not used afterwards.</summary>
    public AddressLibrary Build()
    {
        // Whole before part, children of one parent side by side: then a parent needs to know only where its children begin.
        var order = Order(out var firstChild);
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        var tree = new AddressTree(
            Array.ConvertAll(order, node => parents[node] < 0 ? Top : place[parents[node]]), firstChild,
            Array.ConvertAll(order, node => levels[node]), Array.ConvertAll(order, node => labels[node]), [.. texts], Array.ConvertAll(order, node => ids[node]),
            positions.ToDictionary(position => place[position.Key], position => position.Value));
        return new(tree, new NameIndex(tree, names.Select(name => (place[name.Node], name.Name, name.Kind))));
    }

    private int[] Order(out int[] firstChild)
    {
        var count = parents.Count;
        var starts = new int[count + 2];
        foreach (var parent in parents) starts[parent + 2]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var (children, filled) = (new int[count], starts.AsSpan(0, count + 1).ToArray());
        for (var node = 0; node < count; node++) children[filled[parents[node] + 1]++] = node;

        var (order, last) = (new int[count], 0);
        firstChild = new int[count + 1];
        foreach (var root in children.AsSpan(0, starts[1])) order[last++] = root;
        for (var i = 0; i < count; i++)
        {
            firstChild[i] = last;
            foreach (var child in children.AsSpan(starts[order[i] + 1]..starts[order[i] + 2])) order[last++] = child;
        }
        firstChild[count] = count;
        return order;
    }
}
