using Linli.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Linli.Libraries.Tests.Geo;

public sealed class GridIndexTests
{
    private static readonly List<(string Code, Geometry Polygon)> Grids = [.. Patchwork.Of(20)];
    private static readonly GridIndex Index = new(Grids);

    [Fact]
    public void It_says_what_the_polygons_say()
    {
        var random = new Random(1);
        for (var i = 0; i < 3_000; i++)
        {
            var (lon, lat) = (114.19 + 0.22 * random.NextDouble(), 22.59 + 0.22 * random.NextDouble());
            var point = new Point(lon, lat);
            Assert.Equal(Grids.Where(grid => grid.Polygon.Contains(point)).Select(grid => grid.Code).SingleOrDefault(), Index.Find(lon, lat));
        }
    }

    [Fact]
    public void A_point_on_a_shared_edge_or_corner_belongs_to_exactly_one_grid()
    {
        var alone = Grids.ConvertAll(grid => new GridIndex([grid]));
        var random = new Random(2);
        foreach (var (_, polygon) in Grids.Where((_, i) => i % 20 is > 0 and < 19 && i / 20 is > 0 and < 19))
        {
            var ring = ((Polygon)polygon).ExteriorRing.Coordinates;
            var at = random.Next(ring.Length - 1);
            var along = random.Next(3) / 2d;
            var (lon, lat) = (ring[at].X + along * (ring[at + 1].X - ring[at].X), ring[at].Y + along * (ring[at + 1].Y - ring[at].Y));
            var found = alone.Where(index => index.Find(lon, lat) is not null).ToList();
            Assert.Equal(Index.Find(lon, lat), Assert.Single(found).Codes[0]);
        }
    }

    [Fact]
    public void Holes_and_other_parts_are_respected()
    {
        var index = Of("MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4)),((20 0,21 0,21 1,20 1,20 0)))");
        Assert.Equal("1", index.Find(1, 1));
        Assert.Null(index.Find(5, 5));
        Assert.Equal("1", index.Find(20.5, 0.5));
        Assert.Null(index.Find(15, 0.5));
        Assert.Null(index.Find(double.NaN, 1));
    }

    [Fact]
    public void Where_grids_overlap_the_first_code_has_the_point()
    {
        var index = Of("POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((5 0,15 0,15 10,5 10,5 0))");
        Assert.Equal("1", index.Find(7, 5));
        Assert.Equal("2", index.Find(12, 5));
    }

    [Fact]
    public void The_nearest_grid_is_found_outside_of_all()
    {
        var index = Of("POLYGON((114 22,114.01 22,114.01 22.01,114 22.01,114 22))", "POLYGON((114.02 22,114.03 22,114.03 22.01,114.02 22.01,114.02 22))");
        var near = index.Nearest(114.012, 22.005, 1_000)!.Value;
        Assert.Equal("1", near.Code);
        Assert.Equal(new LonLat(114.012, 22.005).MetresTo(new(114.01, 22.005)), near.Metres, 0.1);
        Assert.Equal(new NearGrid("2", 0), index.Nearest(114.025, 22.005, 1_000));
        Assert.Equal((0d, null), (index.MetresTo("2", 114.025, 22.005), index.MetresTo("?", 114.025, 22.005)));
        Assert.Equal(near.Metres, index.MetresTo(near.Code, 114.012, 22.005)!.Value, 6);
        Assert.Null(index.Nearest(114.012, 22.005, 100));
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => new GridIndex([Grids[0], Grids[0]])).Message);
        Assert.Contains("x is no polygon", Assert.Throws<ArgumentException>(() => new GridIndex([("x", new Point(1, 2))])).Message);
        Assert.Null(new GridIndex([]).Find(0, 0));
    }

    private static GridIndex Of(params string[] wkt) => new(wkt.Select((text, i) => ($"{i + 1}", new WKTReader().Read(text))));
}
