using Linli.Contracts.Map;
using Linli.Geo;
using Linli.Tiles;
using NetTopologySuite.Geometries;

namespace Linli.Map;

/// <summary>What the features of a layer become in a tile.</summary>
internal static class TileLayers
{
    /// <summary>Layers within a tile: where it is of areas, their labels are points of their own, each in one tile only.</summary>
    public const string Points = "points", Areas = "areas", Labels = "labels";

    /// <summary>In widths of a tile: a name has no room in less, and more is seen from within and known.</summary>
    private const double Narrowest = 0.1, Widest = 0.9;

    /// <summary>Whether the name of an area helps at this zoom.</summary>
    public static bool HasRoomIn(this MapFeature area, TileKey tile) =>
        BoundingBox.Of(area.Shape) is var box && tile.Box is var edge && (box.East - box.West) / (edge.East - edge.West) is > Narrowest and < Widest;

    /// <summary>Points alone or, where several share a place on the screen, as their number; it looks like the kind among them that matters most.</summary>
    public static async ValueTask<IEnumerable<MapFeature>> GroupedAsync(this IMapLayer layer, IReadOnlyList<MapFeature> features, int zoom, CancellationToken ct)
    {
        if (zoom >= MapWindow.Single) return features;
        var ranks = (await layer.KindsAsync(ct)).Index().ToDictionary(kind => kind.Item.Key, kind => kind.Index);
        return GridClusters.Of(features, feature => new(feature.Shape.Coordinate.X, feature.Shape.Coordinate.Y), zoom).Select(cluster => cluster.Items is [var alone]
            ? alone
            : new MapFeature(new Point(cluster.Centre.Lon, cluster.Centre.Lat), cluster.Items.MinBy(item => ranks[item.Kind])!.Kind, Count: cluster.Items.Sum(item => item.Count)));
    }

    /// <summary>A feature with all that is told of it.</summary>
    public static TileFeature Drawn(this IMapLayer layer, MapFeature feature) => new(feature.Shape,
    [
        new("kind", feature.Kind), new("name", feature.Name), new("href", feature.Href), new("count", feature.Count),
        .. layer.Fields.Zip(feature.Values, (field, value) => KeyValuePair.Create(field.Key, value)),
    ]);
}
