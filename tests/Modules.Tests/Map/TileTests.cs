using System.Net;
using Linli.Demo;
using Linli.Testing;

namespace Linli.Modules.Tests.Map;

public abstract class TileTests(string database) : MapTest(database)
{
    [Fact]
    public async Task A_case_shows_in_the_tile_of_those_who_see_it_as_soon_as_it_is_filed()
    {
        var (grid, at) = Grid(0, 0, 1);
        using var own = await ReaderAsync(grid.Code[..9]);
        using var other = await ReaderAsync(Divisions.Below(District)[1].Code);
        using var handler = await App.SignInAsync(App.DemoUser(DemoRole.Handler, grid.Code[..9]));
        foreach (var reader in new[] { own, other, handler }) await TileAsync(reader, "cases", at, 18);   // kept from now on
        var number = await FileAsync(at);

        var mine = await Soon.FindAsync(async () => (await TileAsync(own, "cases", at, 18)).SingleOrDefault(c => number.Equals(c["number"])));
        Assert.Contains(mine["kind"], (object[])["in-time", "soon", "late"]);
        Assert.StartsWith("/desk/cases/", (string)mine["href"], StringComparison.Ordinal);
        Assert.DoesNotContain(await TileAsync(other, "cases", at, 18), c => number.Equals(c["number"]));
        Assert.DoesNotContain(await TileAsync(handler, "cases", at, 18), c => number.Equals(c["number"]));   // nobody has given it to the unit
    }

    [Fact]
    public async Task Cases_that_lie_together_show_as_their_number_from_afar()
    {
        var (_, at) = Grid(1, 1, 2);
        foreach (var step in Enumerable.Range(0, 3)) await FileAsync(at with { Lat = at.Lat + step * 1e-6 });
        using var reader = await ReaderAsync(District);
        var near = await TileAsync(reader, "cases", at, 18);
        Assert.True(near.Count >= 3, $"{near.Count}");
        Assert.All(near, c => Assert.Equal(1L, c["count"]));
        var group = (await TileAsync(reader, "cases", at, 15)).MaxBy(c => (long)c["count"])!;
        Assert.True((long)group["count"] >= 3);
        Assert.False(group.ContainsKey("href"));
    }

    [Fact]
    public async Task Divisions_show_within_the_scope_of_the_reader_and_no_deeper_than_the_zoom_has_room_for()
    {
        var (grid, at) = Grid(2, 0, 0);
        using var street = await ReaderAsync(grid.Code[..9]);
        using var district = await ReaderAsync(District);
        Assert.Equal(["district"], Kinds(await TileAsync(district, "divisions", at, 8, "areas")));
        Assert.Equal(["district", "street"], Kinds(await TileAsync(district, "divisions", at, 11, "areas")));
        Assert.Equal(["community", "grid", "street"], Kinds(await TileAsync(street, "divisions", at, 14, "areas")));
        var seen = await TileAsync(street, "divisions", at, 12, "areas");
        Assert.All(seen, division => Assert.StartsWith(grid.Code[..9], (string)division["code"], StringComparison.Ordinal));
        var community = Divisions.Find(grid.Code[..12])!;
        Assert.Contains(await TileAsync(street, "divisions", new(community.Longitude!.Value, community.Latitude!.Value), 12, "labels"), label => (string)label["name"] == community.Name);
        Assert.Contains(await TileAsync(street, "places", at, 14), place => (long)place["count"] >= 1);
        Assert.Empty(await TileAsync(street, "places", at, 13));
    }

    [Fact]
    public async Task A_tile_that_has_not_changed_is_not_sent_again()
    {
        var (_, at) = Grid(3, 0, 0);
        using var reader = await ReaderAsync(District);
        using var first = await reader.GetAsync(Address("divisions", at, 13), Ct);
        Assert.Equal("application/vnd.mapbox-vector-tile", first.Content.Headers.ContentType!.MediaType);
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
        using var again = new HttpRequestMessage(HttpMethod.Get, Address("divisions", at, 13));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await reader.SendAsync(again, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_layer_is_there_only_for_those_who_may_see_what_is_in_it()
    {
        var (_, at) = Grid(4, 0, 0);
        using var ground = await App.ApiKeyAsync(District, "map.see", "grids.see");
        using var blind = await App.ApiKeyAsync(District, "grids.see", "cases.see");
        Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync(Address("cases", at, 14), Ct)).StatusCode);
        Assert.DoesNotContain("\"cases\"", await ground.GetStringAsync("/api/v1/map/layers", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await blind.GetAsync(Address("cases", at, 14), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await App.Stranger().GetAsync(Address("divisions", at, 14), Ct)).StatusCode);
        foreach (var beyond in new[] { "/api/v1/map/divisions/3/8/0.mvt", "/api/v1/map/divisions/23/0/0.mvt", "/api/v1/map/nothing/3/0/0.mvt", "/api/v1/map/base/0/3/0/0" })
            Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync(beyond, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_demo_has_streets_and_houses_of_its_own_beneath_the_layers()
    {
        var (_, at) = Grid(0, 0, 0);
        using var reader = await ReaderAsync(District);
        Assert.Contains("lane", Kinds(await TileAsync(reader, "ground", at, 13, "roads")));
        Assert.Equal(["avenue"], Kinds(await TileAsync(reader, "ground", at, 10, "roads")));
        Assert.NotEmpty(await TileAsync(reader, "ground", at, 15, "buildings"));
        Assert.Empty(await TileAsync(reader, "ground", at, 13, "buildings"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await App.Stranger().GetAsync(Address("ground", at, 13), Ct)).StatusCode);
    }

    private static IEnumerable<string> Kinds(IEnumerable<Dictionary<string, object>> features) => features.Select(feature => (string)feature["kind"]).Distinct().Order(StringComparer.Ordinal);
}

public sealed class TilesOnSqlite() : TileTests("sqlite");

public sealed class TilesOnPostgres() : TileTests("postgres");
