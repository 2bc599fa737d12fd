using Linli.Geo;

namespace Linli.Libraries.Tests.Geo;

public class RedrawnGridsTests
{
    private const string West = """{"type":"Polygon","coordinates":[[[114,22],[114.01,22],[114.01,22.01],[114,22.01],[114,22]]]}""";
    private const string East = """{"type":"Polygon","coordinates":[[[114.01,22],[114.02,22],[114.02,22.01],[114.01,22.01],[114.01,22]]]}""";

    [Fact]
    public void A_thing_lies_in_the_part_that_has_its_position_or_in_the_nearest_within_a_kilometre()
    {
        var halves = new RedrawnGrids([("1", West), ("2", East)], "community");
        Assert.Equal(["1", "2", "2", null, null], new (double?, double?)[] { (114.005, 22.005), (114.015, 22.005), (114.025, 22.005), (114.2, 22.005), (null, null) }.Select(at => halves.At(at.Item1, at.Item2)));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("3", "community")]
    public void Where_nothing_tells_in_which_part_it_stays_in_a_grid_that_is_still_there_and_else_lies_in_the_community(string before, string now) =>
        Assert.Equal(now, new RedrawnGrids([("1", West), ("2", East)], "community").Otherwise(before));

    [Fact]
    public void Where_one_grid_has_all_of_the_ground_everything_lies_in_it() => Assert.Equal("9", new RedrawnGrids([("9", West)], "community").Otherwise("1"));
}
