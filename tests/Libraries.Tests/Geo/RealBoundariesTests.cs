using System.Globalization;
using Linli.Geo;

namespace Linli.Libraries.Tests.Geo;

/// <summary>Real district boundaries, where they are to be had.</summary>
public sealed class RealBoundariesTests
{
    private static readonly string? Folder = Find();

    [Fact]
    public void The_communities_of_pingshan_lie_in_pingshan()
    {
        var index = Districts("city_440300_districts.geojson");
        var rows = File.ReadLines(Path.Combine(Folder!, "pingshan_community_points.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        Assert.Equal(23, rows.Count);
        Assert.All(rows, row =>
        {
            var at = Coordinates.From(CoordinateSystem.Gcj02, double.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture));
            Assert.Equal("440310", index.Find(at.Lon, at.Lat));
        });
    }

    [Theory]
    [InlineData("city_320300_districts.geojson", 10), InlineData("city_330100_districts.geojson", 13)]
    [InlineData("city_420100_districts.geojson", 13), InlineData("city_440300_districts.geojson", 9)]
    public void Every_district_holds_its_own_inner_point(string file, int districts)
    {
        var index = Districts(file);
        Assert.Equal(districts, index.Codes.Count);
        Assert.All(Read(file).Features, feature =>
        {
            var inner = feature.Geometry.InteriorPoint;
            Assert.Equal(feature.Text("adcode"), index.Find(inner.X, inner.Y));
        });
    }

    [Fact]
    public void A_simplified_outline_is_smaller_and_near()
    {
        var pingshan = Read("city_440300_districts.geojson").Features.Single(feature => feature.Text("adcode") is "440310").Geometry;
        var simple = PolygonOutline.Simplify(pingshan, 0.001);
        Assert.True(simple.IsValid);
        Assert.InRange(simple.NumPoints, 4, pingshan.NumPoints / 2);
        Assert.InRange(simple.SymmetricDifference(pingshan).Area / pingshan.Area, 0, 0.05);
        Assert.StartsWith("M", PolygonOutline.SvgPath(simple, BoundingBox.Of(pingshan), 600), StringComparison.Ordinal);
    }

    private static GridIndex Districts(string file) =>
        new(Read(file).Features.Select(feature => (feature.Text("adcode")!, feature.Geometry)));

    private static GeoJsonFile Read(string file)
    {
        Assert.SkipWhen(Folder is null, "no ../shared/data/boundaries beside the checkout");
        using var stream = File.OpenRead(Path.Combine(Folder!, file));
        var read = GeoJson.Read(stream, CoordinateSystem.Gcj02, repair: true);
        Assert.Empty(read.Errors.Select(error => error.InWords("en")));
        return read;
    }

    private static string? Find()
    {
        var data = Environment.GetEnvironmentVariable("LINLI_SHARED_DATA");
        if (data is not null) return Path.Combine(data, "boundaries");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared/data/boundaries") is var found && Directory.Exists(found)) return found;
        return null;
    }
}
