namespace Linli.Tiles;

/// <summary>Cuts shapes to a tile and the margin around it.</summary>
internal static class Clipping
{
    /// <summary>How much is drawn beyond the edges, so that strokes along them are not cut.</summary>
    public const double Margin = 64;

    private const double Low = -Margin, High = VectorTile.Extent + Margin;

    /// <summary>The ring within the tile (Sutherland and Hodgman 1974); closed as it came, or empty. Parts hang together along the edge.</summary>
    public static List<TilePoint> Ring(List<TilePoint> ring)
    {
        ring = Half(ring, at => at.X - Low);
        ring = Half(ring, at => High - at.X);
        ring = Half(ring, at => at.Y - Low);
        return Half(ring, at => High - at.Y);
    }

    /// <summary>The parts of the line within the tile.</summary>
    public static List<List<TilePoint>> Line(IReadOnlyList<TilePoint> line)
    {
        var parts = new List<List<TilePoint>>();
        for (var i = 1; i < line.Count; i++)
        {
            if (Within(line[i - 1], line[i]) is not var (from, to)) continue;
            if (from > 0 || parts.Count == 0 || parts[^1][^1] != line[i - 1]) parts.Add([line[i - 1].To(line[i], from)]);
            parts[^1].Add(to < 1 ? line[i - 1].To(line[i], to) : line[i]);
        }
        return parts;
    }

    /// <summary>The part of a ring on the side where <paramref name="inward"/> is not negative.</summary>
    private static List<TilePoint> Half(List<TilePoint> ring, Func<TilePoint, double> inward)
    {
        var kept = new List<TilePoint>(ring.Count);
        for (var i = 0; i + 1 < ring.Count; i++)
        {
            var (a, b) = (inward(ring[i]), inward(ring[i + 1]));
            if (a >= 0) kept.Add(ring[i]);
            if (a >= 0 != b >= 0) kept.Add(ring[i].To(ring[i + 1], a / (a - b)));
        }
        if (kept.Count > 0) kept.Add(kept[0]);
        return kept;
    }

    /// <summary>Where a stretch enters and leaves the tile, as shares of its length (Liang and Barsky 1984); null where it passes by.</summary>
    private static (double From, double To)? Within(TilePoint a, TilePoint b)
    {
        var (from, to) = (0d, 1d);
        foreach (var (start, end) in new[] { (a.X - Low, b.X - Low), (High - a.X, High - b.X), (a.Y - Low, b.Y - Low), (High - a.Y, High - b.Y) })
        {
            if (start < 0 && end < 0) return null;
            if (start < 0) from = Math.Max(from, start / (start - end));
            else if (end < 0) to = Math.Min(to, start / (start - end));
        }
        return from < to ? (from, to) : null;
    }
}
