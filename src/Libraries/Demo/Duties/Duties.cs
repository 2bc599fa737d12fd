using System.Collections.Concurrent;

namespace Linli.Demo;

/// <summary>Writes the responsibility list and finds the entry that speaks for a leaf in a grid.</summary>
internal sealed class Duties
{
    private readonly Dictionary<(string Category, string Division), DemoResponsibility> _entries = [];

    private readonly ConcurrentDictionary<(string Category, string Division), DemoResponsibility> _found = [];

    public IReadOnlyCollection<DemoResponsibility> Entries => _entries.Values;

    public Duties(Taxonomy taxonomy, Land land, Offices offices)
    {
        var urgent = taxonomy.Leaves.Where(l => l.Category.Urgent).ToLookup(l => l.SubType);
        foreach (var type in taxonomy.SubTypes)
            foreach (var category in urgent[type].Select(l => l.Category).Prepend(type.Category))
                foreach (var division in type.Lead[0] == '@' ? land.Streets : [land.Divisions.Single(d => d.Code == Land.District)])
                    Add(type, category, division.Code, offices[type.Lead, division.Code]);

        foreach (var line in WordList.Sections("units")["exceptions"])
        {
            var columns = WordList.Columns(line);
            var type = taxonomy.SubTypes.Single(s => s.Category.Name == columns[0]);
            var street = land.Streets.Single(s => s.Name == columns[1]).Code;
            foreach (var category in urgent[type].Select(l => l.Category).Prepend(type.Category))
                Add(type, category, street, offices[columns[2], street]);
        }
    }

    /// <summary>The longest category code wins, then the longest division code.</summary>
    public DemoResponsibility Find(string category, string division) => _found.GetOrAdd((category, division), Search);

    private DemoResponsibility Search((string Category, string Division) asked)
    {
        var (category, division) = asked;
        for (var c = category.Length; c > 0; c -= 2)
            for (var d = division.Length; d >= 6; d -= 3)
                if (_entries.TryGetValue((category[..c], division[..d]), out var found)) return found;
        throw new ArgumentException($"No entry speaks for {category} in {division}.", nameof(asked));
    }

    private void Add(SubType type, DemoCategory category, string division, DemoUnit unit) =>
        _entries[(category.Code, division)] = new(category.Code, division, unit.Code,
            category.Urgent ? new(1, "h") : new(2, "wh"), category.Urgent ? new(1, "h") : new(4, "wh"),
            category.Urgent ? new(24, "h") : type.Handle, type.Standard, type.LegalBasis);
}
