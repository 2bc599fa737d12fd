namespace Linli.Party;

/// <summary>Puts organisations in the order of their tree.</summary>
internal static class OrganisationTree
{
    /// <summary>
    /// Each with how many of those above it are shown, the higher kinds first. One whose superior is not among them stands at the top,
    /// as in a part of the tree or in a selection.
    /// </summary>
    public static IReadOnlyList<(T Item, int Depth)> Order<T>(IReadOnlyCollection<T> items, Func<T, Guid> id, Func<T, Guid?> above, Func<T, (OrganisationKind, string, string)> place)
    {
        var known = items.Select(id).ToHashSet();
        var below = items.OrderBy(place).ToLookup(item => above(item) is { } key && known.Contains(key) ? key : Guid.Empty);
        var order = new List<(T, int)>(items.Count);
        Add(Guid.Empty, 0);
        return order;

        void Add(Guid under, int depth)
        {
            foreach (var item in below[under])
            {
                order.Add((item, depth));
                Add(id(item), depth + 1);
            }
        }
    }
}
