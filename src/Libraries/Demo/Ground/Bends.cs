namespace Linli.Demo;

/// <summary>Bends the straight edges a little, each once for both neighbours: borders follow roads and brooks.</summary>
internal static class Bends
{
    public static void Add(int[][] cells, Weld weld, ref Dice dice)
    {
        var bends = new Dictionary<(int, int), int[]>();
        var inner = cells.SelectMany(Mesh.Edges).ToHashSet();
        foreach (var (from, to) in cells.SelectMany(Mesh.Edges).ToArray())
            if (!bends.ContainsKey((from, to)))
            {
                var bend = Bend(weld, weld.Vertices[from], weld.Vertices[to], inner.Contains((to, from)) ? 1 : 2, ref dice);
                bends[(from, to)] = bend;
                bends[(to, from)] = [.. bend.Reverse()];
            }
        for (var i = 0; i < cells.Length; i++)
            cells[i] = [.. Mesh.Edges(cells[i]).SelectMany(e => bends[e].Prepend(e.From))];
    }

    /// <summary>Displaces midpoints; the district's own border is divided twice.</summary>
    private static int[] Bend(Weld weld, Metres a, Metres b, int depth, ref Dice dice)
    {
        if (depth == 0 || a.DistanceTo(b) < 120) return [];
        var aside = dice.Between(-0.06, 0.06);
        var middle = new Metres((a.X + b.X) / 2 - (b.Y - a.Y) * aside, (a.Y + b.Y) / 2 + (b.X - a.X) * aside);
        int[] before = Bend(weld, a, middle, depth - 1, ref dice);
        var number = weld.New(middle);
        return [.. before, number, .. Bend(weld, middle, b, depth - 1, ref dice)];
    }
}
