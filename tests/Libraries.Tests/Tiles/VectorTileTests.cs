using FsCheck.Fluent;
using Linli.Tiles;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Linli.Libraries.Tests.Tiles;

public sealed class VectorTileTests
{
    private static readonly TileKey District = new(12, 3350, 1711);

    [Fact]
    public void What_is_written_is_read_by_the_letter_of_the_specification()
    {
        var box = District.Box;
        var middle = new Point((box.West + box.East) / 2, box.North - 1e-9);
        var attributes = new Dictionary<string, object?> { ["name"] = "翠湖社区", ["count"] = 42, ["below"] = -7L, ["share"] = 0.25, ["late"] = true, ["none"] = null };
        var layer = TileReader.Read(VectorTile.Write(District, new TileLayer("cases", [new(middle, attributes), new(middle, attributes)])))["cases"];
        Assert.All(layer, feature =>
        {
            Assert.Equal(1, feature.Kind);
            Assert.Equal((2048, 0), Assert.Single(Assert.Single(feature.Parts)));
            Assert.Equal(new Dictionary<string, object> { ["name"] = "翠湖社区", ["count"] = 42L, ["below"] = -7L, ["share"] = 0.25, ["late"] = true }, feature.Attributes);
        });
        Assert.Equal(2, layer.Count);
    }

    [Fact]
    public void Where_nothing_shows_the_tile_is_empty() =>
        Assert.Empty(VectorTile.Write(District, new TileLayer("far", [new(new Point(0, 0), []), new(Polygon.Empty, []), new(new WKTReader().Read("POLYGON((0 0,1 0,1 1,0 0))"), [])])));

    [Fact]
    public void A_shell_runs_clockwise_its_hole_the_other_way_and_neither_is_closed_twice() => Shapes.Holds(
        from tile in Shapes.Tile from star in Shapes.Star(tile) select (tile, star),
        x => Rings(x.tile, x.star) is var rings && rings.Select((ring, i) => Twice(ring) > 0 == (i == 0) && Twice(ring) != 0 && ring.Count >= 3 && ring[0] != ring[^1]).All(right => right));

    [Fact]
    public void A_polygon_covers_in_the_tile_what_it_covers_on_the_ground() => Shapes.Holds(
        from tile in Shapes.Tile from star in Shapes.Star(tile) select (tile, star),
        x =>
        {
            var bounds = new Envelope(-64, VectorTile.Extent + 64, -64, VectorTile.Extent + 64);
            var projected = x.star.Copy();
            projected.Apply(new Projecting(x.tile));
            var truth = projected.Intersection(new GeometryFactory().ToGeometry(bounds));
            var drawn = Rings(x.tile, x.star).Sum(Twice) / 2d;
            // Rounding and thinning move an edge by two to three units at most.
            return Math.Abs(truth.Area - drawn) <= 3 * (truth.Length + 100);
        });

    [Fact]
    public void Nothing_is_drawn_beyond_the_margin() => Shapes.Holds(
        from tile in Shapes.Tile from star in Shapes.Star(tile) select (tile, star),
        x => Rings(x.tile, x.star).Concat(Lines(x.tile, x.star.ExteriorRing)).SelectMany(ring => ring).All(at => at is { X: >= -64 and <= 4160, Y: >= -64 and <= 4160 }));

    [Fact]
    public void A_line_that_leaves_and_comes_back_becomes_two()
    {
        var box = District.Box;
        var (width, height) = (box.East - box.West, box.North - box.South);
        var line = new LineString([At(0.1, 0.2), At(0.5, 0.2), At(2, 0.2), At(2, 0.8), At(0.5, 0.8)]);
        Assert.Equal([2, 2], Lines(District, line).Select(part => part.Count));   // its straight stretches need no point between

        Coordinate At(double x, double y) => new(box.West + x * width, box.South + y * height);
    }

    [Fact]
    public void A_point_shows_in_exactly_one_tile() => Shapes.Holds(
        from at in Shapes.Position from zoom in Gen.Choose(8, 20) select (point: new Point(at), zoom),
        x =>
        {
            var home = TileKey.At(new(x.point.X, x.point.Y), x.zoom);
            return Enumerable.Range(-1, 3).SelectMany(dx => Enumerable.Range(-1, 3).Select(dy => new TileKey(x.zoom, home.X + dx, home.Y + dy)))
                .All(tile => tile == home == VectorTile.Write(tile, new TileLayer("p", [new(x.point, [])])).Length > 0);
        });

    private static List<List<(int X, int Y)>> Rings(TileKey tile, Geometry geometry) => Parts(tile, geometry, 3);

    private static List<List<(int X, int Y)>> Lines(TileKey tile, Geometry geometry) => Parts(tile, geometry, 2);

    private static List<List<(int X, int Y)>> Parts(TileKey tile, Geometry geometry, int kind)
    {
        var layers = TileReader.Read(VectorTile.Write(tile, new TileLayer("shapes", [new(geometry, [])])));
        if (layers.Count == 0) return [];
        var feature = Assert.Single(Assert.Single(layers).Value);
        Assert.Equal(kind, feature.Kind);
        return feature.Parts;
    }

    private static long Twice(List<(int X, int Y)> ring) => ring.Zip([.. ring[1..], ring[0]]).Sum(edge => (long)edge.First.X * edge.Second.Y - (long)edge.Second.X * edge.First.Y);

    /// <summary>Web mercator by its textbook formula, in units of a tile.</summary>
    private sealed class Projecting(TileKey tile) : ICoordinateFilter
    {
        public void Filter(Coordinate coord)
        {
            var tiles = Math.Pow(2, tile.Zoom);
            coord.X = ((coord.X + 180) / 360 * tiles - tile.X) * 4096;
            coord.Y = ((1 - Math.Asinh(Math.Tan(coord.Y * Math.PI / 180)) / Math.PI) / 2 * tiles - tile.Y) * 4096;
        }
    }
}
