namespace Linli.Demo;

/// <summary>
/// Groups neighbouring cells by halving: always across the longer side, so that groups stay compact.
/// A cell that a cut leaves stranded goes to the other half, so every group hangs together.
/// </summary>
internal sealed class Partition(Metres[] sites, int[][] neighbours)
{
    /// <returns>One group for each share, about in proportion; the items must hang together.</returns>
    public IEnumerable<int[]> Split(int[] items, int[] shares)
    {
        if (shares.Length == 1) return [items];
        var half = shares.Length / 2;
        var cut = (int)((long)items.Length * shares.Take(half).Sum() / shares.Sum());
        double Width(Func<Metres, double> side) => items.Max(i => side(sites[i])) - items.Min(i => side(sites[i]));
        var wide = Width(s => s.X) >= Width(s => s.Y);
        int[] sorted = [.. items.OrderBy(i => wide ? sites[i].X : -sites[i].Y)];

        var first = Largest(sorted[..cut]);
        var second = Largest([.. sorted.Where(i => !first.Contains(i))]);
        int[] rest = [.. sorted.Where(i => !second.Contains(i))];
        return Split(rest, shares[..half]).Concat(Split([.. second], shares[half..]));
    }

    /// <summary>The largest part of these cells that hangs together.</summary>
    private HashSet<int> Largest(int[] items)
    {
        var (left, largest) = (items.ToHashSet(), new HashSet<int>());
        foreach (var start in items)
        {
            if (!left.Remove(start)) continue;
            var (part, open) = (new HashSet<int> { start }, new Stack<int>([start]));
            while (open.TryPop(out var cell))
                foreach (var next in neighbours[cell].Where(left.Remove))
                {
                    part.Add(next);
                    open.Push(next);
                }
            if (part.Count > largest.Count) largest = part;
        }
        return largest;
    }
}
