using Linli.Demo;

namespace Linli.Libraries.Tests.Demo;

public sealed class GroundTests
{
    private static readonly DemoEstate[] Estates = [.. DemoEstates.OfPlaces(Sample.District, 1)];
    private static readonly DemoFootprint[] Footprints = [.. DemoGround.Footprints(Sample.District, Estates, 1)];

    [Fact]
    public void Every_building_of_the_register_stands_in_the_grid_of_its_gate()
    {
        var rings = Sample.At(DemoLevel.Grid).Select(grid => (Metres[])[.. grid.Outline.Skip(1).Select(Metres.From)]).ToList();
        var registered = Footprints.Where(house => house.Estate is not null).ToList();
        Assert.Equal(Estates.SelectMany(estate => estate.Buildings.Select(building => (estate, building))).ToHashSet(), registered.Select(house => (house.Estate!, house.Building!)).ToHashSet());
        Assert.All(registered, house => Assert.Contains(rings, ring => Ring.Contains(ring, Metres.From(house.Estate!.At)) && house.Outline.All(corner => Ring.Contains(ring, Metres.From(corner)))));
    }

    [Fact]
    public void No_building_stands_on_another_and_the_same_seed_builds_the_same()
    {
        var places = Footprints.Select(house => Metres.From(house.Middle)).ToList();
        Assert.Distinct(places.Select(place => ((int)Math.Round(place.X / 10), (int)Math.Round(place.Y / 10))));
        Assert.Equal(Footprints.Select(house => house.Middle), DemoGround.Footprints(Sample.District, Estates, 1).Select(house => house.Middle));
    }

    [Fact]
    public void Every_border_of_a_grid_is_one_road()
    {
        var roads = DemoGround.Roads(Sample.District).ToList();
        var sides = Sample.At(DemoLevel.Grid).SelectMany(grid => grid.Outline.Zip(grid.Outline.Skip(1))).Select(side => Unordered(side.First, side.Second)).ToHashSet();
        Assert.Equal(sides, roads.Select(road => Unordered(road.Way[0], road.Way[1])).ToHashSet());
        Assert.Equal(sides.Count, roads.Count);
        Assert.Equal(["avenue", "lane", "road"], roads.Select(road => road.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    private static (DemoPoint, DemoPoint) Unordered(DemoPoint one, DemoPoint other) => one.Lon < other.Lon || (one.Lon == other.Lon && one.Lat < other.Lat) ? (one, other) : (other, one);
}
