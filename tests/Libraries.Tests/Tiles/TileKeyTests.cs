using FsCheck.Fluent;
using Linli.Geo;
using Linli.Tiles;

namespace Linli.Libraries.Tests.Tiles;

public sealed class TileKeyTests
{
    // Worked examples of the OpenStreetMap wiki, "Slippy map tilenames", and of the corner of the mercator square.
    [Theory]
    [InlineData(-0.142, 51.501, 10, 511, 340)]
    [InlineData(139.7006793, 35.6590699, 18, 232798, 103246)]
    [InlineData(-180, 85.0511, 3, 0, 0)]
    [InlineData(179.9999, -89, 3, 7, 7)]
    public void A_position_lies_in_the_known_tile(double lon, double lat, int zoom, int x, int y) =>
        Assert.Equal(new TileKey(zoom, x, y), TileKey.At(new(lon, lat), zoom));

    [Fact]
    public void A_tile_holds_what_it_was_asked_for_and_nothing_of_its_neighbours() => Shapes.Holds(
        from at in Shapes.Position from zoom in Gen.Choose(0, TileKey.Deepest) select (at: new LonLat(at.X, at.Y), zoom),
        x => TileKey.At(x.at, x.zoom) is { Exists: true } tile && tile.Box.Contains(x.at)
            && (x.zoom == 0 || TileKey.At(x.at, x.zoom - 1) == new TileKey(x.zoom - 1, tile.X / 2, tile.Y / 2)));

    [Theory]
    [InlineData(0, 0, 1), InlineData(-1, 0, 0), InlineData(4, 16, 0), InlineData(4, 0, -1), InlineData(23, 0, 0)]
    public void Beyond_the_pyramid_there_is_no_tile(int zoom, int x, int y) => Assert.False(new TileKey(zoom, x, y).Exists);
}
