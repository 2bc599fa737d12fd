namespace Linli.Demo;

/// <summary>Cells that share their vertices by number, so neighbours cannot leave a gap and unions need no arithmetic.</summary>
internal sealed class Mesh
{
    private readonly Metres[] _vertices;
    private readonly int[][] _cells;

    public Mesh(Metres[][] cells, ref Dice dice)
    {
        var weld = new Weld();
        _cells = [.. cells.Select(cell => weld.Add(cell))];
        Bends.Add(_cells, weld, ref dice);
        _vertices = [.. weld.Vertices.Select(v => Metres.From(v.ToPoint()))];
    }

    /// <summary>The ring round these cells; they must hang together and have no hole.</summary>
    public Metres[] Outline(IEnumerable<int> cells)
    {
        var next = new Dictionary<int, int>();
        var edges = cells.SelectMany(c => Edges(_cells[c])).ToHashSet();
        foreach (var (from, to) in edges)
            if (!edges.Contains((to, from)) && !next.TryAdd(from, to))
                throw new InvalidOperationException("The cells touch themselves in a point.");
        var ring = new List<Metres>();
        var start = next.Keys.Min();
        var at = start;
        do ring.Add(_vertices[at]); while (next.Remove(at, out at) && at != start);
        return next.Count == 0 ? [.. ring] : throw new InvalidOperationException("The cells do not hang together.");
    }

    /// <summary>For each cell the cells beyond its edges.</summary>
    public int[][] Neighbours()
    {
        var owners = _cells.SelectMany((cell, c) => Edges(cell).Select(e => (e, c))).ToDictionary(x => x.e, x => x.c);
        return [.. _cells.Select(cell => Edges(cell)
            .Where(e => owners.ContainsKey((e.To, e.From))).Select(e => owners[(e.To, e.From)]).Distinct().ToArray())];
    }

    public static IEnumerable<(int From, int To)> Edges(int[] cell) => cell.Zip([.. cell[1..], cell[0]]);
}
