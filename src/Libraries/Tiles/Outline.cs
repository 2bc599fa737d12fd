namespace Linli.Tiles;

/// <summary>A run of whole numbers, as tiles store it.</summary>
internal static class Outline
{
    /// <summary>Rounds, and leaves out what then stands still.</summary>
    public static List<(int X, int Y)> Snap(IEnumerable<TilePoint> points)
    {
        var snapped = new List<(int X, int Y)>();
        foreach (var point in points)
        {
            var at = ((int)Math.Round(point.X), (int)Math.Round(point.Y));
            if (snapped.Count == 0 || snapped[^1] != at) snapped.Add(at);
        }
        return snapped;
    }

    /// <summary>Twice the area of an open ring; positive when it runs clockwise as seen on the screen, where y grows downward.</summary>
    public static long Twice(IReadOnlyList<(int X, int Y)> ring)
    {
        var twice = 0L;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++) twice += (long)ring[j].X * ring[i].Y - (long)ring[i].X * ring[j].Y;
        return twice;
    }
}
