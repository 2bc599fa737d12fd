using System.Buffers.Binary;
using System.Net;
using Linli.Demo;
using Linli.Geo;
using Linli.Testing;
using Linli.Tiles;
using Microsoft.AspNetCore.Builder;
using NetTopologySuite.Geometries;

namespace Linli.Modules.Tests.Map;

/// <summary>A base map of a file of shapes and of the pictures of a service.</summary>
public sealed class BaseMapOverHttpTests : IAsyncLifetime
{
    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pmtiles");
    private byte[] shapes = [];
    private WebApplication source = null!;
    private LinliApp app = null!;

    public async ValueTask InitializeAsync()
    {
        shapes = VectorTile.Write(new(0, 0, 0), new TileLayer("roads", [new TileFeature(new LineString([new(0, 0), new(90, 45)]), [new("kind", "highway")])]));
        await File.WriteAllBytesAsync(file, Archive(shapes));
        source = await BaseMapTests.SourceAsync();
        app = await LinliApp.StartAsync("sqlite", settings: new Dictionary<string, string>
        {
            ["Linli:Map:Base:0"] = file,
            ["Linli:Map:Base:1"] = source.Urls.First() + "/wmts?x={x}&y={y}&z={z}&tk=secret",
            ["Linli:Map:Base:2"] = source.Urls.First() + "/words/{z}/{x}/{y}",
            ["Linli:Map:Attribution"] = "测绘院",
        });
    }

    [Fact]
    public async Task Shapes_of_a_file_and_pictures_of_a_service_come_through_this_site_and_keys_stay_here()
    {
        using var reader = await app.ApiKeyAsync("990101", "map.see");
        var drawn = await reader.GetAsync("/api/v1/map/base/0/0/0/0");
        Assert.Equal((HttpStatusCode.OK, VectorTile.MediaType), (drawn.StatusCode, drawn.Content.Headers.ContentType?.MediaType));
        Assert.Equal(shapes, await drawn.Content.ReadAsByteArrayAsync());
        var picture = await reader.GetAsync("/api/v1/map/base/1/0/0/0");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType));
        Assert.Equal("0/0/0/secret", await picture.Content.ReadAsStringAsync());
        Assert.Contains("sandbox", Assert.Single(picture.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        var clerk = await app.SignInAsync(app.DemoUser(DemoRole.DistrictClerk));
        var page = await clerk.PageAsync("/desk/map");
        var facts = page.QuerySelector("linli-onemap")!.GetAttribute("data-facts")!;
        Assert.Contains("\"sheets\":[{\"vector\":true,\"deepest\":0},{\"vector\":false,\"deepest\":18},{\"vector\":false,\"deepest\":18}]", facts, StringComparison.Ordinal);
        Assert.Contains("\"ground\":false", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_service_does_not_give_and_what_is_no_picture_does_not_come_through()
    {
        using var reader = await app.ApiKeyAsync("990101", "map.see");
        foreach (var (address, answer) in new[] { ("2/0/0/0", HttpStatusCode.BadGateway), ("0/1/0/0", HttpStatusCode.NotFound), ("3/0/0/0", HttpStatusCode.NotFound), ("0/0/1/0", HttpStatusCode.NotFound) })
            Assert.Equal(answer, (await reader.GetAsync("/api/v1/map/base/" + address)).StatusCode);
        using var other = await app.ApiKeyAsync("990101", "cases.see");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/v1/map/base/0/0/0/0")).StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await source.DisposeAsync();
        File.Delete(file);
    }

    /// <summary>A PMTiles file of one tile, that of the whole world.</summary>
    private static byte[] Archive(byte[] tile)
    {
        byte[] directory = [1, 0, 1, (byte)(tile.Length | 0x80), (byte)(tile.Length >> 7), 1];   // one entry: number, run, length, place
        var header = new byte[127];
        "PMTiles"u8.CopyTo(header);
        (header[7], header[97], header[98], header[99]) = (3, 1, 1, 1);
        foreach (var (at, number) in new[] { (8, 127), (16, directory.Length), (56, 127 + directory.Length), (64, tile.Length) })
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(at), number);
        return [.. header, .. directory, .. tile];
    }
}
