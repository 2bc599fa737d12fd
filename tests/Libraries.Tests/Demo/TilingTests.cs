using Linli.Demo;

namespace Linli.Libraries.Tests.Demo;

public sealed class TilingTests
{
    [Theory]
    [InlineData(DemoLevel.Street)]
    [InlineData(DemoLevel.Community)]
    [InlineData(DemoLevel.Grid)]
    public void The_areas_of_each_level_add_up_to_the_district(DemoLevel level) =>
        Assert.Equal(Area(Sample.At(DemoLevel.District)[0]), Sample.At(level).Sum(Area), tolerance: 1);

    [Fact]
    public void A_point_of_the_district_lies_in_exactly_one_grid_of_one_community_of_one_street()
    {
        var dice = Dice.For(1, Draw.Ground);
        var district = Plane(Sample.At(DemoLevel.District)[0]);
        var rings = Sample.District.Divisions.ToDictionary(d => d.Code, Plane);
        for (var i = 0; i < 3_000; i++)
        {
            var point = Ring.Scatter(district, ref dice);
            string Only(DemoLevel level) => Assert.Single(Sample.At(level), d => Ring.Contains(rings[d.Code], point)).Code;
            var grid = Only(DemoLevel.Grid);
            Assert.StartsWith(Only(DemoLevel.Community), grid);
            Assert.StartsWith(Only(DemoLevel.Street), grid);
        }
    }

    [Fact]
    public void Every_edge_of_a_grid_is_its_neighbours_edge_or_the_districts()
    {
        var edges = Sample.At(DemoLevel.Grid).SelectMany(Edges).ToArray();
        var border = Edges(Sample.At(DemoLevel.District)[0]).ToHashSet();
        Assert.Distinct(edges);
        var known = edges.ToHashSet();
        Assert.All(edges, e => Assert.True(known.Contains((e.To, e.From)) || border.Contains(e)));
    }

    [Fact]
    public void Rings_are_closed_counter_clockwise_and_hold_their_centre() => Assert.All(Sample.District.Divisions, d =>
    {
        Assert.Equal(d.Outline[0], d.Outline[^1]);
        Assert.True(Area(d) > 0);
        Assert.True(Ring.Contains(Plane(d), Metres.From(d.Centre)));
    });

    [Fact]
    public void Places_lie_in_their_grid()
    {
        var rings = Sample.At(DemoLevel.Grid).ToDictionary(d => d.Code, Plane);
        Assert.All(Sample.District.Places, p => Assert.True(Ring.Contains(rings[p.GridCode], Metres.From(p.At))));
        Assert.Equal(230, Sample.District.Places.Select(p => p.GridCode).Distinct().Count());
    }

    [Fact]
    public void Twelve_seeds_make_districts_whose_parts_hang_together()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var sizes = new Land(seed, 230).Grids.GroupBy(g => g.ParentCode).Select(g => g.Count()).ToArray();
            Assert.Equal((23, 230), (sizes.Length, sizes.Sum()));
            Assert.InRange(sizes.Min(), 5, 10);
            Assert.InRange(sizes.Max(), 10, 16);
        }
    }

    private static Metres[] Plane(DemoDivision division) => [.. division.Outline.Skip(1).Select(Metres.From)];

    private static double Area(DemoDivision division) => Ring.Area(Plane(division));

    private static IEnumerable<(DemoPoint From, DemoPoint To)> Edges(DemoDivision division) =>
        division.Outline.Zip(division.Outline.Skip(1));
}
