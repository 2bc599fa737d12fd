using System.Text;
using Linli.Geo;
using NetTopologySuite.Geometries;

namespace Linli.Libraries.Tests.Geo;

public sealed class GeoJsonTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var file = GeoJson.Read(Collection(
            """{"type":"Feature","id":7,"properties":{"name":"一网格","n":1.50},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,9],[9,9],[9,0],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]}}""",
            """{"type":"Feature","properties":null,"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}}""",
            """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[114.1234567,22.5,30]}}"""));
        Assert.Empty(file.Errors);
        using var stream = new MemoryStream();
        GeoJson.Write(stream, file.Features);
        var again = GeoJson.Read(Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(file.Features.Select(feature => feature.Geometry), again.Features.Select(feature => feature.Geometry),
            (one, other) => one.EqualsTopologically(other));
        Assert.Equal("一网格", again.Features[0].Text("name"));
        Assert.Equal("1.50", again.Features[0].Text("n"));
        Assert.True(((Polygon)again.Features[0].Geometry).Shell.IsCCW);
    }

    [Theory]
    [InlineData("[[[0,0],[1,0],[1,1],[0,1]]]", GeoJsonFault.UnclosedRing)]
    [InlineData("[[[0,0],[1,0],[0,0]]]", GeoJsonFault.TooFewPoints)]
    [InlineData("[[[0,0],[1,1],[1,0],[0,1],[0,0]]]", GeoJsonFault.SelfIntersection)]
    [InlineData("[[[0,0],[1,0],[1,91],[0,0]]]", GeoJsonFault.OutOfRange)]
    [InlineData("[[[0,0],[1,0],[1,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]", GeoJsonFault.InvalidPolygon)]
    [InlineData("[[[0,0],[1,\"0\"],[1,1],[0,0]]]", GeoJsonFault.BadCoordinates)]
    [InlineData("[0,0]", GeoJsonFault.BadCoordinates)]
    [InlineData("[]", GeoJsonFault.BadCoordinates)]
    [InlineData("null", GeoJsonFault.BadCoordinates)]
    public void A_bad_feature_is_refused_by_name_and_the_rest_is_read(string coordinates, GeoJsonFault fault)
    {
        var file = GeoJson.Read(Collection(
            $$$"""{"type":"Feature","properties":{"name":"坏"},"geometry":{"type":"Polygon","coordinates":{{{coordinates}}}}}""",
            """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}"""));
        var error = Assert.Single(file.Errors);
        Assert.Equal((fault, "#1 坏"), (error.Fault, error.Feature));
        Assert.StartsWith("要素 #1 坏：", error.InWords("zh-CN"), StringComparison.Ordinal);
        Assert.Single(file.Features);
    }

    [Theory]
    [InlineData("{"), InlineData("[]"), InlineData("{}"), InlineData("""{"type":"Topology"}"""), InlineData("""{"type":"FeatureCollection","features":{}}""")]
    public void Something_else_is_not_geojson(string json) =>
        Assert.Equal(GeoJsonFault.NotGeoJson, Assert.Single(GeoJson.Read(json).Errors).Fault);

    [Fact]
    public void A_polygon_that_crosses_itself_is_made_valid_when_asked_to()
    {
        var bowTie = Collection("""{"type":"Feature","id":"x","geometry":{"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}}""");
        var file = GeoJson.Read(bowTie, repair: true);
        Assert.Empty(file.Errors);
        Assert.Equal(new GeoJsonError(GeoJsonFault.SelfIntersection, "#1 x", new LonLat(1, 1)), Assert.Single(file.Repairs));
        Assert.Equal(2, Assert.Single(file.Features).Geometry.Area, 9);
    }

    [Fact]
    public void Other_shapes_are_not_taken() => Assert.Equal(GeoJsonFault.UnsupportedShape,
        Assert.Single(GeoJson.Read("""{"type":"Feature","geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}""").Errors).Fault);

    [Fact]
    public void A_shape_alone_goes_through_a_column()
    {
        var square = GeoJson.ReadGeometry("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}""");
        Assert.Equal("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}""", GeoJson.WriteGeometry(square));
        Assert.Throws<FormatException>(() => GeoJson.ReadGeometry("{}"));
    }

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";
}
