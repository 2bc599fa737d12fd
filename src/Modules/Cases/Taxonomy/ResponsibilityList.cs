namespace Linli.Cases.Taxonomy;

/// <summary>
/// The list in force. The most specific entry that applies speaks: the longest category code, then the longest division code,
/// then the most conditions, then the order of <see cref="Condition.Rank"/>, then the newest.
/// </summary>
internal sealed class ResponsibilityList
{
    private readonly Dictionary<(string Category, string Division), Responsibility[]> cells;
    private readonly int[] categoryLengths, divisionLengths;

    public ResponsibilityList(IEnumerable<Responsibility> inForce)
    {
        cells = inForce.GroupBy(e => (e.CategoryCode, e.DivisionCode)).ToDictionary(g => g.Key, MostSpecificFirst);
        categoryLengths = [.. cells.Keys.Select(k => k.Category.Length).Distinct().OrderDescending()];
        divisionLengths = [.. cells.Keys.Select(k => k.Division.Length).Distinct().OrderDescending()];
        Count = cells.Values.Sum(cell => cell.Length);
    }

    public int Count { get; }

    public IEnumerable<Responsibility> All => cells.Values.SelectMany(cell => cell);

    /// <summary>Entries that speak for a category in a division or in parts of it, the most specific first.</summary>
    public IEnumerable<Responsibility> For(string category, string division) => All
        .Where(e => category.StartsWith(e.CategoryCode, StringComparison.Ordinal))
        .Where(e => e.DivisionCode.StartsWith(division, StringComparison.Ordinal) || division.StartsWith(e.DivisionCode, StringComparison.Ordinal))
        .OrderByDescending(e => e.CategoryCode.Length).ThenBy(e => e.DivisionCode, StringComparer.Ordinal);

    /// <summary>The entry that speaks where nothing but category and division is known; null where the list is silent.</summary>
    public Responsibility? Find(string category, string division) => Decide(new(category, division)).Entry;

    /// <summary>Decides, and says how. There is no other way to an entry, so the reasons are those of the decision.</summary>
    public ListRuling Decide(RoutingFacts facts)
    {
        var considered = new List<ConsideredEntry>();
        Responsibility? speaks = null;
        foreach (var c in categoryLengths)
        {
            if (c > facts.Category.Length) continue;
            var category = facts.Category[..c];
            foreach (var d in divisionLengths)
            {
                if (d > facts.Division.Length || !cells.TryGetValue((category, facts.Division[..d]), out var cell)) continue;
                foreach (var entry in cell)
                {
                    var standing = entry.Condition?.Against(facts) ?? (speaks is null ? Standing.Speaks : Behind(speaks, entry));
                    if (standing is Standing.Speaks) speaks = entry;
                    considered.Add(new(entry, standing));
                }
            }
        }
        return new(facts, considered);
    }

    private static Standing Behind(Responsibility speaks, Responsibility entry) =>
        entry.CategoryCode.Length < speaks.CategoryCode.Length ? Standing.WiderCategory
        : entry.DivisionCode.Length < speaks.DivisionCode.Length ? Standing.WiderDivision
        : (entry.Condition?.Count ?? 0) < (speaks.Condition?.Count ?? 0) ? Standing.FewerConditions
        : Standing.LowerRank;

    /// <summary>Of entries with the same condition only the newest counts: it was set while another was to begin or end.</summary>
    private static Responsibility[] MostSpecificFirst(IEnumerable<Responsibility> cell) => cell.ToList() is [var only] ? [only]
        : [.. cell.GroupBy(e => e.Condition).Select(same => same.MaxBy(e => e.ValidFrom)!)
            .OrderByDescending(e => e.Condition?.Count ?? 0).ThenByDescending(e => e.Condition?.Rank ?? 0).ThenByDescending(e => e.ValidFrom).ThenBy(e => e.Id)];
}
