namespace Linli.Demo;

/// <summary>A road of the base map, along the border of two grids.</summary>
/// <param name="Kind"><c>avenue</c> between streets, <c>road</c> between communities, <c>lane</c> between grids of one community.</param>
/// <param name="Way">Its points.</param>
public sealed record DemoRoad(string Kind, IReadOnlyList<DemoPoint> Way);

/// <summary>A building of the base map.</summary>
/// <param name="Outline">Its corners, the first one again at the end.</param>
/// <param name="Estate">The estate that it belongs to; null where nobody has registered it.</param>
/// <param name="Building">Which building of the estate.</param>
public sealed record DemoFootprint(IReadOnlyList<DemoPoint> Outline, DemoEstate? Estate = null, DemoBuilding? Building = null)
{
    /// <summary>Its middle.</summary>
    public DemoPoint Middle => new((Outline[0].Lon + Outline[2].Lon) / 2, (Outline[0].Lat + Outline[2].Lat) / 2);
}

/// <summary>Draws what an invented district looks like from above: roads between its grids, and buildings in rows within them.</summary>
public static class DemoGround
{
    /// <summary>Metres: from one building to the next in a row and from row to row, the largest building, and what a road keeps free.</summary>
    private const double Step = 62, Row = 46, Width = 48, Depth = 22, Verge = 14;

    /// <summary>The most buildings of a grid that nobody has registered: at the edge of the district grids are large and empty.</summary>
    private const int MostOthers = 60;

    /// <summary>The roads. Each border is drawn once.</summary>
    public static IEnumerable<DemoRoad> Roads(DemoDistrict district)
    {
        var sides = new Dictionary<(DemoPoint, DemoPoint), string>();
        foreach (var grid in district.Divisions.Where(division => division.Level is DemoLevel.Grid))
            foreach (var (from, to) in grid.Outline.Zip(grid.Outline.Skip(1)))
                if (sides.Remove((to, from), out var other)) yield return new(Between(grid.Code, other), [from, to]);
                else sides.Add((from, to), grid.Code);
        foreach (var (from, to) in sides.Keys) yield return new("avenue", [from, to]);   // around the whole
    }

    /// <summary>The buildings: those of the estates nearest to their gates, and others that nobody has registered.</summary>
    public static IEnumerable<DemoFootprint> Footprints(DemoDistrict district, IReadOnlyCollection<DemoEstate> estates, int seed)
    {
        var byCommunity = estates.ToLookup(estate => estate.Community.Code, StringComparer.Ordinal);
        foreach (var (index, grid) in district.Divisions.Where(division => division.Level is DemoLevel.Grid).Index())
        {
            var dice = Dice.For(seed, Draw.Footprint, index);
            Metres[] ring = [.. grid.Outline.Skip(1).Select(Metres.From)];
            var free = Plots(ring);
            foreach (var estate in byCommunity[grid.ParentCode!].Where(estate => Ring.Contains(ring, Metres.From(estate.At))))
                foreach (var building in estate.Buildings)
                {
                    if (free.Count == 0) break;
                    var plot = free.MinBy(plot => plot.SquareTo(Metres.From(estate.At)));
                    free.Remove(plot);
                    yield return new(House(plot, ref dice), estate, building);
                }
            for (var others = Math.Min(MostOthers, free.Count / 2); others > 0; others--)
            {
                var plot = free[dice.Below(free.Count)];
                free.Remove(plot);
                yield return new(House(plot, ref dice));
            }
        }
    }

    private static string Between(string one, string other) =>
        one.AsSpan(0, 9).SequenceEqual(other.AsSpan(0, 9)) ? one.AsSpan(0, 12).SequenceEqual(other.AsSpan(0, 12)) ? "lane" : "road" : "avenue";

    /// <summary>Where a building has room: on a lattice, clear of the roads around the grid.</summary>
    private static List<Metres> Plots(Metres[] ring)
    {
        var plots = new List<Metres>();
        for (var y = Math.Ceiling(ring.Min(p => p.Y) / Row) * Row; y < ring.Max(p => p.Y); y += Row)
            for (var x = Math.Ceiling(ring.Min(p => p.X) / Step) * Step; x < ring.Max(p => p.X); x += Step)
                if (Corners(new(x, y), Width / 2 + Verge, Depth / 2 + Verge).All(corner => Ring.Contains(ring, corner))) plots.Add(new(x, y));
        return plots;
    }

    private static DemoPoint[] House(Metres plot, ref Dice dice)
    {
        var corners = Corners(plot, dice.Between(0.5, 1) * Width / 2, dice.Between(0.7, 1) * Depth / 2);
        return [.. corners.Append(corners[0]).Select(corner => corner.ToPoint())];
    }

    private static Metres[] Corners(Metres at, double x, double y) => [new(at.X - x, at.Y - y), new(at.X + x, at.Y - y), new(at.X + x, at.Y + y), new(at.X - x, at.Y + y)];
}
