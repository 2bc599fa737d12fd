namespace Linli.Registry;

/// <summary>
/// Makes groups of counts that are large enough to be shown. What is too small in a grid joins what is too small in the other grids of its
/// community, and is shown there if that is enough, else in the street or the district, or nowhere. Every sum that is made of the groups
/// is one of whole groups, so that no small one can be worked out from any of them.
/// </summary>
internal static class LargeGroups
{
    /// <summary>Lengths of the codes of grids, communities, streets and districts.</summary>
    private static readonly int[] Levels = [15, 12, 9, 6];

    /// <param name="counts">Counts by division and kind.</param>
    /// <param name="scope">Nothing joins a division above this one.</param>
    public static IReadOnlyDictionary<(string Division, string Kind), int> Of(IEnumerable<(string Division, string Kind, int Count)> counts, string scope)
    {
        var groups = new Dictionary<(string Division, string Kind), int>();
        foreach (var (division, kind, count) in counts) Add(groups, division, kind, count);
        foreach (var (level, above) in Levels.Zip(Levels.Skip(1).Append(0)))
            foreach (var ((division, kind), count) in groups.Where(group => group.Key.Division.Length == level && group.Value < SmallGroups.Least).ToList())
            {
                groups.Remove((division, kind));
                if (above >= Math.Max(scope.Length, 1)) Add(groups, division[..above], kind, count);
            }
        return groups;
    }

    private static void Add(Dictionary<(string, string), int> groups, string division, string kind, int count) => groups[(division, kind)] = groups.GetValueOrDefault((division, kind)) + count;
}
