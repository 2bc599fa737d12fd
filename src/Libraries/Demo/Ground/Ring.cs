namespace Linli.Demo;

/// <summary>Geometry of simple rings, open (the first point is not repeated).</summary>
internal static class Ring
{
    /// <summary>Square metres, positive when counter-clockwise.</summary>
    public static double Area(IReadOnlyList<Metres> ring)
    {
        var twice = 0.0;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
            twice += ring[j].X * ring[i].Y - ring[i].X * ring[j].Y;
        return twice / 2;
    }

    public static Metres Centroid(IReadOnlyList<Metres> ring)
    {
        double x = 0, y = 0, six = Area(ring) * 6;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var cross = ring[j].X * ring[i].Y - ring[i].X * ring[j].Y;
            x += (ring[j].X + ring[i].X) * cross;
            y += (ring[j].Y + ring[i].Y) * cross;
        }
        return new(x / six, y / six);
    }

    public static bool Contains(IReadOnlyList<Metres> ring, Metres point)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
            if (ring[i].Y > point.Y != ring[j].Y > point.Y
                && point.X < (ring[j].X - ring[i].X) * (point.Y - ring[i].Y) / (ring[j].Y - ring[i].Y) + ring[i].X)
                inside = !inside;
        return inside;
    }

    /// <summary>A random point inside.</summary>
    public static Metres Scatter(IReadOnlyList<Metres> ring, ref Dice dice)
    {
        double left = ring.Min(p => p.X), right = ring.Max(p => p.X), low = ring.Min(p => p.Y), high = ring.Max(p => p.Y);
        while (true)
        {
            var point = new Metres(dice.Between(left, right), dice.Between(low, high));
            if (Contains(ring, point)) return point;
        }
    }
}
