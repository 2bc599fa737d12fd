namespace Linli.Tiles;

/// <summary>Leaves out points that nobody would miss (Douglas and Peucker 1973).</summary>
internal static class Thinning
{
    /// <summary>The line with its ends, no point of the old one farther than <paramref name="tolerance"/> from it.</summary>
    public static List<TilePoint> Thin(IReadOnlyList<TilePoint> line, double tolerance)
    {
        var kept = new bool[line.Count];
        (kept[0], kept[^1]) = (true, true);
        var open = new Stack<(int From, int To)>([(0, line.Count - 1)]);
        while (open.TryPop(out var part))
        {
            var (farthest, most) = (-1, tolerance * tolerance);
            for (var i = part.From + 1; i < part.To; i++)
                if (line[i].SquareTo(line[part.From], line[part.To]) is var square && square > most) (farthest, most) = (i, square);
            if (farthest < 0) continue;
            kept[farthest] = true;
            open.Push((part.From, farthest));
            open.Push((farthest, part.To));
        }
        return [.. line.Where((_, i) => kept[i])];
    }
}
