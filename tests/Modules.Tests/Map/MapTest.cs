using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Libraries.Tests.Tiles;
using Linli.Testing;
using Linli.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Map;

/// <summary>What tests of the map share. Each looks at a place of its own, where no other test files cases.</summary>
public abstract class MapTest(string database) : ModuleTest(database)
{
    protected const string District = "990101";

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected IDivisions Divisions => App.Services.GetRequiredService<IDivisions>();

    /// <summary>A grid of a street, and a place in it.</summary>
    protected (Division Grid, LonLat At) Grid(int street, int community, int grid)
    {
        var found = Divisions.Below(Divisions.Below(Divisions.Below(District)[street].Code)[community].Code)[grid];
        return (found, new(found.Longitude!.Value, found.Latitude!.Value));
    }

    /// <summary>A program that sees all layers of a division.</summary>
    protected Task<HttpClient> ReaderAsync(string division) => App.ApiKeyAsync(division, "map.see", "grids.see", "cases.see");

    /// <summary>Files a case at a place.</summary>
    /// <returns>Its number.</returns>
    protected async Task<string> FileAsync(LonLat at)
    {
        using var caller = await App.ApiKeyAsync(District, "cases.report");
        using var filed = await caller.PostAsJsonAsync("/api/v1/cases", new { text = "路灯坏了", longitude = at.Lon, latitude = at.Lat }, Ct);
        Assert.True(filed.IsSuccessStatusCode, await filed.Content.ReadAsStringAsync(Ct));
        return (await filed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("number").GetString()!;
    }

    protected static string Address(string layer, LonLat at, int zoom) =>
        TileKey.At(at, zoom) is var tile ? string.Create(CultureInfo.InvariantCulture, $"/api/v1/map/{layer}/{tile.Zoom}/{tile.X}/{tile.Y}.mvt") : "";

    /// <summary>The features of a part of a tile.</summary>
    protected static async Task<IReadOnlyList<Dictionary<string, object>>> TileAsync(HttpClient reader, string layer, LonLat at, int zoom, string part = "points", string? when = null)
    {
        using var answer = await reader.GetAsync(Address(layer, at, zoom) + (when is null ? "" : "?when=" + when), Ct);
        if (answer.StatusCode is HttpStatusCode.NoContent) return [];
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return TileReader.Read(await answer.Content.ReadAsByteArrayAsync(Ct)).TryGetValue(part, out var features) ? [.. features.Select(feature => feature.Attributes)] : [];
    }

    /// <summary>A square around a place, as it stands in an address.</summary>
    protected static string Square(LonLat at, double metres)
    {
        var box = BoundingBox.Around(at, metres / 2);
        return string.Create(CultureInfo.InvariantCulture, $"{box.West:0.######},{box.South:0.######};{box.East:0.######},{box.South:0.######};{box.East:0.######},{box.North:0.######};{box.West:0.######},{box.North:0.######}");
    }
}
