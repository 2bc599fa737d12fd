using Linli.Demo;
using Linli.Geo;
using Linli.Platform;
using Linli.Platform.Problems;
using Linli.Tiles;
using Microsoft.Extensions.Options;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Linli.Map;

/// <summary>The streets and houses of the invented district, which no map service knows: what the demo has beneath its layers where no other base map is set up.</summary>
internal sealed class DemoBase(IOptions<LinliOptions> linli, IOptions<MapOptions> options, TimeProvider clock)
{
    private const int FirstRoads = 12, FirstLanes = 13, FirstHouses = 14;

    private readonly Lazy<STRtree<Drawn>> drawn = new(() => Draw(clock.GetUtcNow()));

    public bool Shows => linli.Value.Demo && options.Value.Base is [];

    /// <summary>A tile of it; the problem is 404 where there is none.</summary>
    public Result<DrawnTile> Tile(TileKey tile)
    {
        if (!Shows || !tile.Exists) return Problem.NotFound;
        var box = tile.Widened(VectorTile.Margin);
        var seen = drawn.Value.Query(new Envelope(box.West, box.East, box.South, box.North)).Where(part => part.First <= tile.Zoom).ToLookup(part => part.Layer);
        return new DrawnTile(VectorTile.Write(tile, [Layer("buildings"), Layer("roads")]));

        TileLayer Layer(string name) => new(name, seen[name].Select(part => new TileFeature(part.Shape, [new("kind", part.Kind)])));
    }

    private static STRtree<Drawn> Draw(DateTimeOffset now)
    {
        var district = DemoDistrict.Create(IDemoSeeder.Seed, now, 0);
        var tree = new STRtree<Drawn>();
        foreach (var road in DemoGround.Roads(district))
            Add(new("roads", road.Kind, road.Kind switch { "avenue" => 0, "road" => FirstRoads, _ => FirstLanes }, new LineString(Corners(road.Way))));
        foreach (var house in DemoGround.Footprints(district, [.. DemoEstates.OfPlaces(district, IDemoSeeder.Seed)], IDemoSeeder.Seed))
            Add(new("buildings", house.Estate is null ? "house" : "estate", FirstHouses, new Polygon(new(Corners(house.Outline)))));
        tree.Build();   // not by the first who ask, who may be two at once
        return tree;

        void Add(Drawn part) => tree.Insert(part.Shape.EnvelopeInternal, part);
    }

    private static Coordinate[] Corners(IEnumerable<DemoPoint> points) => [.. points.Select(point => new Coordinate(point.Lon, point.Lat))];

    /// <param name="Layer">Where it is in a tile.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="First">The zoom from which it shows.</param>
    /// <param name="Shape">Its shape, WGS-84.</param>
    private sealed record Drawn(string Layer, string Kind, int First, Geometry Shape);
}
