using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Addresses;

/// <summary>Tests that make addresses of their own, with names that nobody else writes, in a grid of the demo district.</summary>
public abstract class AddressTest(string database) : ModuleTest(database)
{

    protected IAddresses Book => App.Services.GetRequiredService<IAddresses>();

    protected IDivisions Divisions => App.Services.GetRequiredService<IDivisions>();

    /// <summary>The first grid of the street with this place in the list.</summary>
    protected Division Grid(int street) => Below(Below(Below("990101")[street].Code)[0].Code)[0];

    protected IReadOnlyList<Division> Below(string code) => Divisions.Below(code);

    protected Task<HttpClient> Clerk(string division = "990101") => App.ApiKeyAsync(division, "addresses.see", "addresses.manage");

    /// <summary>A road of the grid's community and an estate with a position in the grid.</summary>
    protected async Task<string> EstateAsync(HttpClient clerk, string road, string name, Division grid, string? aliases = null, string? oldNames = null)
    {
        var above = await MadeAsync(clerk, new { level = "road", name = road, divisionCode = grid.ParentCode });
        return await MadeAsync(clerk, new { level = "estate", name, parentCode = above, longitude = grid.Longitude, latitude = grid.Latitude, aliases, oldNames });
    }

    protected static async Task<string> MadeAsync(HttpClient clerk, object address)
    {
        var answer = await clerk.PostAsJsonAsync("/api/v1/addresses", address);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    protected static async Task<JsonElement> ReadAsync(HttpClient client, string address) => await client.GetFromJsonAsync<JsonElement>(address);

    /// <summary>The memory follows in the background, within a moment.</summary>
    protected Task UntilFoundAsync(string text) => Soon.HoldsAsync(() => Book.Match(text).Best is not null);
}
