namespace Linli.Demo;

/// <summary>Cuts an outline into one cell a site: every place belongs to the nearest site.</summary>
internal static class Voronoi
{
    public static Metres[][] Cells(Metres[] outline, Metres[] sites) =>
        [.. sites.AsParallel().AsOrdered().Select(site => Cell(outline, site, sites))];

    /// <summary>Moves each site to the middle of its cell (Lloyd), so that the cells become alike in size.</summary>
    public static Metres[] Relax(Metres[] outline, Metres[] sites) =>
        [.. Cells(outline, sites).Select(cell => Ring.Centroid(cell))];

    private static Metres[] Cell(Metres[] outline, Metres site, Metres[] sites)
    {
        var others = sites.Where(s => s != site).ToArray();
        Array.Sort(Array.ConvertAll(others, o => o.SquareTo(site)), others);
        List<Metres> cell = [.. outline];
        foreach (var other in others)
        {
            // A site more than twice as far as the farthest corner cannot cut the cell any more.
            if (other.SquareTo(site) > 4 * cell.Max(p => p.SquareTo(site))) break;
            cell = Clip(cell, site, other);
        }
        return [.. cell];
    }

    private static List<Metres> Clip(List<Metres> cell, Metres keep, Metres other)
    {
        double dx = other.X - keep.X, dy = other.Y - keep.Y;
        var middle = dx * (other.X + keep.X) / 2 + dy * (other.Y + keep.Y) / 2;
        double Beyond(Metres p) => dx * p.X + dy * p.Y - middle;

        List<Metres> kept = [];
        for (int i = 0, j = cell.Count - 1; i < cell.Count; j = i++)
        {
            double a = Beyond(cell[j]), b = Beyond(cell[i]);
            if (a > 0 != b > 0)
            {
                var t = a / (a - b);
                kept.Add(new(cell[j].X + t * (cell[i].X - cell[j].X), cell[j].Y + t * (cell[i].Y - cell[j].Y)));
            }
            if (b <= 0) kept.Add(cell[i]);
        }
        return kept;
    }
}
