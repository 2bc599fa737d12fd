using NetTopologySuite.Geometries;

namespace Linli.Grids;

/// <summary>Whether grids lie next to each other.</summary>
internal static class Neighbours
{
    /// <summary>About a metre: boundaries of neighbours may be drawn that far apart.</summary>
    private const double Gap = 1e-5;

    /// <summary>Whether one can walk from each shape to each other within them. What was never drawn says nothing against it.</summary>
    public static bool AreJoined(IEnumerable<Geometry?> shapes)
    {
        var apart = new HashSet<Geometry>(shapes.OfType<Geometry>(), ReferenceEqualityComparer.Instance);
        var reached = new Queue<Geometry>(apart.Take(1));
        while (reached.TryDequeue(out var shape))
        {
            apart.Remove(shape);
            foreach (var neighbour in apart.Where(other => other.IsWithinDistance(shape, Gap)).ToList())
            {
                apart.Remove(neighbour);
                reached.Enqueue(neighbour);
            }
        }
        return apart.Count == 0;
    }
}
