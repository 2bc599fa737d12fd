namespace Linli.Demo;

/// <summary>Gives corners that lie within five centimetres one number, whatever rounding each cell saw.</summary>
internal sealed class Weld
{
    private const double Reach = 0.05;
    private readonly Dictionary<(long, long), int> _near = [];

    public List<Metres> Vertices { get; } = [];

    public int[] Add(Metres[] ring)
    {
        var numbers = ring.Select(Number).ToArray();
        return [.. numbers.Where((n, i) => n != numbers[(i + 1) % numbers.Length])];
    }

    public int New(Metres vertex)
    {
        Vertices.Add(vertex);
        return Vertices.Count - 1;
    }

    private int Number(Metres vertex)
    {
        long x = (long)Math.Floor(vertex.X / Reach), y = (long)Math.Floor(vertex.Y / Reach);
        for (var dx = -1; dx <= 1; dx++)
            for (var dy = -1; dy <= 1; dy++)
                if (_near.TryGetValue((x + dx, y + dy), out var found) && Vertices[found].DistanceTo(vertex) < Reach)
                    return found;
        return _near[(x, y)] = New(vertex);
    }
}
