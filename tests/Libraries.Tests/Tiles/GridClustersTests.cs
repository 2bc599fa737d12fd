using FsCheck.Fluent;
using Linli.Geo;
using Linli.Tiles;

namespace Linli.Libraries.Tests.Tiles;

public sealed class GridClustersTests
{
    private static readonly FsCheck.Gen<(LonLat[] Points, int Zoom)> Crowd =
        from count in Gen.Choose(1, 200)
        from points in Gen.ArrayOf(Shapes.Position, count)
        from zoom in Gen.Choose(8, 18)
        select (points.Select(at => new LonLat(at.X, at.Y)).ToArray(), zoom);

    [Fact]
    public void Every_point_is_in_one_cluster_and_shows_where_it_is() => Shapes.Holds(Crowd, x =>
    {
        var clusters = GridClusters.Of(x.Points, at => at, x.Zoom).ToList();
        return clusters.SelectMany(cluster => cluster.Items).Order(ByPosition).SequenceEqual(x.Points.Order(ByPosition))
            && clusters.All(cluster => cluster.Items.All(at => TileKey.At(at, x.Zoom) == TileKey.At(cluster.Centre, x.Zoom)));
    });

    [Fact]
    public void Tiles_grouped_alone_give_the_clusters_of_the_whole() => Shapes.Holds(Crowd, x =>
        GridClusters.Of(x.Points, at => at, x.Zoom).Select(cluster => cluster.Centre).Order(ByPosition).SequenceEqual(
            x.Points.GroupBy(at => TileKey.At(at, x.Zoom)).SelectMany(tile => GridClusters.Of(tile, at => at, x.Zoom)).Select(cluster => cluster.Centre).Order(ByPosition)));

    [Fact]
    public void What_lies_in_one_cell_is_never_farther_apart_than_the_cell_is_wide() => Shapes.Holds(Crowd, x =>
    {
        var tile = TileKey.At(x.Points[0], x.Zoom).Box;
        var width = (tile.East - tile.West) / GridClusters.PerTile;
        return GridClusters.Of(x.Points, at => at, x.Zoom).All(cluster => cluster.Items.Max(at => at.Lon) - cluster.Items.Min(at => at.Lon) <= width);
    });

    private static readonly Comparer<LonLat> ByPosition = Comparer<LonLat>.Create((one, other) => (one.Lon, one.Lat).CompareTo((other.Lon, other.Lat)));
}
