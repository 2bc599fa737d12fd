namespace Linli.Cases.Taxonomy;

/// <summary>The list in force. The most specific entry wins: the longest category code, then the longest division code.</summary>
internal sealed class ResponsibilityList
{
    private readonly Dictionary<(string Category, string Division), Responsibility> entries;
    private readonly int[] categoryLengths, divisionLengths;

    public ResponsibilityList(IEnumerable<Responsibility> inForce)
    {
        entries = inForce.GroupBy(e => (e.CategoryCode, e.DivisionCode)).ToDictionary(g => g.Key, g => g.MaxBy(e => e.ValidFrom)!);
        categoryLengths = [.. entries.Keys.Select(k => k.Category.Length).Distinct().OrderDescending()];
        divisionLengths = [.. entries.Keys.Select(k => k.Division.Length).Distinct().OrderDescending()];
    }

    public int Count => entries.Count;

    /// <summary>Entries that speak for a category in a division or in parts of it, the most specific first.</summary>
    public IEnumerable<Responsibility> For(string category, string division) => entries.Values
        .Where(e => category.StartsWith(e.CategoryCode, StringComparison.Ordinal))
        .Where(e => e.DivisionCode.StartsWith(division, StringComparison.Ordinal) || division.StartsWith(e.DivisionCode, StringComparison.Ordinal))
        .OrderByDescending(e => e.CategoryCode.Length).ThenBy(e => e.DivisionCode, StringComparer.Ordinal);

    /// <summary>The entry for a category in a division, or null where the list is silent.</summary>
    public Responsibility? Find(string category, string division)
    {
        foreach (var c in categoryLengths.Where(c => c <= category.Length))
            foreach (var d in divisionLengths.Where(d => d <= division.Length))
                if (entries.TryGetValue((category[..c], division[..d]), out var entry)) return entry;
        return null;
    }
}
