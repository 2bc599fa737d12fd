using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Contracts.Grids;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Grids;

public abstract class GridsApiTests(string database) : ModuleTest(database)
{
    private Task<HttpClient> Key(string division, params string[] scopes) => App.ApiKeyAsync(division, scopes);

    private IDivisions Divisions => App.Services.GetRequiredService<IDivisions>();

    private string Street(int index) => Divisions.Below("990101")[index].Code;

    [Fact]
    public async Task A_stranger_may_see_the_map_but_no_unit_and_no_tree()
    {
        var stranger = App.Stranger();
        foreach (var closed in new[] { "/api/v1/divisions", "/api/v1/divisions/990101", "/api/v1/units" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(closed)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/api/v1/map/divisions?level=street&under=990101")).StatusCode);
    }

    [Fact]
    public async Task The_map_is_small_and_not_sent_twice()
    {
        var client = App.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        foreach (var (level, under, count) in new[] { ("street", "990101", 6), ("community", "990101", 23), ("grid", Street(0), Divisions.Below(Street(0)).Sum(c => Divisions.Below(c.Code).Count)) })
        {
            var address = $"/api/v1/map/divisions?level={level}&under={under}";
            var answer = await client.GetAsync(address);
            Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 100, 40_000);
            using var plain = App.CreateClient();
            Assert.Equal(count, (await plain.GetFromJsonAsync<JsonElement>(address)).GetProperty("features").GetArrayLength());

            var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/v1/map/divisions?level=village&under=990101", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/map/divisions?level=grid&under=12", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/locate?lon=181&lat=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/locate?lon=1&lat=NaN", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/locate?lon=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/locate?lon=0&lat=0", HttpStatusCode.NotFound)]
    public async Task What_makes_no_sense_is_refused_with_a_reason(string address, HttpStatusCode status)
    {
        var answer = await App.CreateClient().GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("\"code\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_is_told_in_words_and_a_place_is_found_as_one_types()
    {
        var client = App.CreateClient();
        var places = await client.GetFromJsonAsync<JsonElement>("/api/v1/places?q=" + Uri.EscapeDataString("花园"));
        Assert.InRange(places.GetArrayLength(), 1, 10);
        var place = places[0];
        var at = string.Create(CultureInfo.InvariantCulture, $"lon={place.GetProperty("lon").GetDouble()}&lat={place.GetProperty("lat").GetDouble()}");
        var found = await client.GetFromJsonAsync<JsonElement>("/api/v1/locate?" + at);
        Assert.Equal("grid", found.GetProperty("level").GetString());
        Assert.Equal(3, found.GetProperty("path").GetString()!.Split(' ').Length);
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>("/api/v1/places?q=")).GetArrayLength());
    }

    [Fact]
    public async Task A_caller_sees_divisions_and_units_of_its_own_scope_only()
    {
        var (mine, other) = (Street(0), Street(1));
        var client = await Key(mine, "grids.see");
        var own = await client.GetFromJsonAsync<JsonElement>("/api/v1/divisions");
        Assert.Equal(mine, Assert.Single(own.EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("Polygon", (await client.GetFromJsonAsync<JsonElement>("/api/v1/divisions/" + mine)).GetProperty("boundary").GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/divisions/" + other)).StatusCode);
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>("/api/v1/divisions?under=" + other)).GetArrayLength());

        var units = await client.GetFromJsonAsync<JsonElement>("/api/v1/units");
        Assert.All(units.GetProperty("items").EnumerateArray(), unit => Assert.StartsWith(mine, unit.GetProperty("divisionCode").GetString(), StringComparison.Ordinal));
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>("/api/v1/units?division=" + other)).GetProperty("total").GetInt32());
    }
}

public sealed class GridsApiOnSqlite() : GridsApiTests("sqlite");

public sealed class GridsApiOnPostgres() : GridsApiTests("postgres");
