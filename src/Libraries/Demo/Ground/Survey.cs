namespace Linli.Demo;

/// <summary>Lays out the district: its border, its grids, and which grids make a community and a street.</summary>
internal sealed class Survey
{
    public const int Streets = 6, Communities = 23;

    /// <summary>Rings of the whole, and streets → communities → numbers of grids.</summary>
    public Mesh Mesh { get; }
    public int[][][] Tree { get; }

    public Survey(int seed, int grids)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grids, Communities * 5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(grids, Communities * 900);
        var dice = Dice.For(seed, Draw.Ground);
        var border = Border(ref dice);
        var sites = Scatter(border, grids, ref dice);
        for (var round = 0; round < 3; round++) sites = Voronoi.Relax(border, sites);
        Mesh = new Mesh(Voronoi.Cells(border, sites), ref dice);

        var partition = new Partition(sites, Mesh.Neighbours());
        var shares = new int[Streets][];
        for (var s = 0; s < Streets; s++) shares[s] = Shares(s, ref dice);
        Tree = [.. partition.Split([.. Enumerable.Range(0, grids)], [.. shares.Select(s => s.Sum())])
            .Select((street, s) => partition.Split(street, shares[s]).ToArray())];
    }

    private static Metres[] Border(ref Dice dice)
    {
        const int corners = 18;
        var border = new Metres[corners];
        for (var i = 0; i < corners; i++)
        {
            var (angle, reach) = (2 * Math.PI * i / corners, dice.Between(0.94, 1.06));
            border[i] = new(7_200 * reach * Math.Cos(angle), 5_400 * reach * Math.Sin(angle));
        }
        return border;
    }

    /// <summary>More sites in the middle: town grids are small, those at the edge are large.</summary>
    private static Metres[] Scatter(Metres[] border, int count, ref Dice dice)
    {
        var sites = new Metres[count];
        for (var i = 0; i < count;)
        {
            var site = Ring.Scatter(border, ref dice);
            if (dice.Chance(0.15 + Math.Exp(-site.SquareTo(default) / 9e6))) sites[i++] = site;
        }
        return sites;
    }

    /// <summary>How large the communities of a street are against each other; 23 do not divide by 6.</summary>
    private static int[] Shares(int street, ref Dice dice)
    {
        var shares = new int[(Communities + street) / Streets];
        for (var i = 0; i < shares.Length; i++) shares[i] = dice.Between(9, 11);
        return shares;
    }
}
