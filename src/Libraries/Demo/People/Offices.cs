namespace Linli.Demo;

/// <summary>The 45 units: the district's centre, 20 bureaus and companies, and four units in each street.</summary>
internal sealed class Offices
{
    private readonly Dictionary<(string Key, string Division), DemoUnit> _byKey = [];

    public List<DemoUnit> Units { get; } = [];

    public Offices(int seed, Land land, Names names)
    {
        var dice = Dice.For(seed, Draw.People);
        var lists = WordList.Sections("units");
        var centre = Add(lists["centre"][0], Land.District, null, "", names, ref dice);
        foreach (var line in lists["district"]) Add(line, Land.District, centre.Code, "", names, ref dice);
        foreach (var street in land.Streets)
        {
            var office = Add(lists["street"][0], street.Code, centre.Code, street.Name, names, ref dice);
            foreach (var line in lists["street"][1..]) Add(line, street.Code, office.Code, street.Name, names, ref dice);
        }
    }

    /// <summary>The unit with this key: a street's own when the key begins with @, else the district's.</summary>
    public DemoUnit this[string key, string street] => _byKey[(key, key[0] == '@' ? street : Land.District)];

    private DemoUnit Add(string line, string division, string? parent, string street, Names names, ref Dice dice)
    {
        var (key, kind, name) = WordList.Columns(line) is [var a, var b, var c] ? (a, b, c) : throw new FormatException(line);
        var unit = new DemoUnit($"{division}U{Units.Count(u => u.DivisionCode == division) + 1:00}", parent, kind,
            name.Replace("{street}", street, StringComparison.Ordinal), division, Names.UnitPhone(Units.Count + 1), names.Person(ref dice));
        _byKey[(key, division)] = unit;
        Units.Add(unit);
        return unit;
    }
}
