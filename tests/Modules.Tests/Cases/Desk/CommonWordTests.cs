using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Cases.ReceiveCase;
using Linli.Cases.Search;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Cases.Desk;

/// <summary>On PostgreSQL common words are looked for in a list that is walked; what is found must be the same.</summary>
public sealed class CommonWordTests
{
    private const string Street = "990101001", OtherStreet = "990101002";

    [Fact]
    public async Task What_is_found_by_a_common_word_is_the_same_whichever_way_it_is_looked_for()
    {
        await using var app = await LinliApp.StartAsync("postgres");
        var filed = new List<string>();
        for (var i = 0; i < 12; i++) filed.Add(await FileAsync(app, i % 3 == 0 ? OtherStreet : Street, i % 2 == 0 ? "噪音扰民" : "噪音和井盖"));
        var client = await app.ApiKeyAsync("990101", CasesPolicies.See);
        var own = await app.ApiKeyAsync(Street, CasesPolicies.See);
        var few = await AllAsync(client, own);
        await GatherAsync(app);
        Assert.Equal(few, await AllAsync(client, own));
        Assert.Equal(Enumerable.Reverse(filed).Take(5), few[0].Split(' '));
        Assert.Equal(8, few[^1].Split(' ').Length);   // four of the twelve are of another street
    }

    /// <summary>Numbers found, in order: full pages and others.</summary>
    private static async Task<List<string>> AllAsync(HttpClient client, HttpClient own) =>
    [
        await NumbersAsync(client, "q=噪音&size=5"),
        await NumbersAsync(client, "q=噪音&size=5&page=3"),
        await NumbersAsync(client, "q=噪音&sort=received&size=4"),
        await NumbersAsync(client, "q=噪音 井盖&size=5"),
        await NumbersAsync(client, "q=井盖&division=" + OtherStreet),
        await NumbersAsync(client, "q=井盖&level=1"),
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/cases/counts?status=all&q=噪音")).GetProperty("byStatus").ToString(),
        await NumbersAsync(own, "q=噪音&size=20"),
    ];

    private static async Task<string> NumbersAsync(HttpClient client, string conditions) =>
        string.Join(' ', (await client.GetFromJsonAsync<JsonElement>("/api/v1/cases?status=all&" + conditions)).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("number").GetString()));

    /// <summary>The database gathers what it knows of words.</summary>
    private static async Task GatherAsync(LinliApp app)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        Assert.False(await CaseSearch.AreCommonAsync(db, "噪音", default));
        await db.Database.ExecuteSqlRawAsync("ANALYZE cases_search");
        Assert.True(await CaseSearch.AreCommonAsync(db, "噪音", default));
        Assert.True(await CaseSearch.AreCommonAsync(db, "噪音 井盖", default));
        Assert.False(await CaseSearch.AreCommonAsync(db, "噪音 老槐树", default));
        Assert.False(await CaseSearch.AreCommonAsync(db, "？", default));
    }

    private static async Task<string> FileAsync(LinliApp app, string street, string text)
    {
        var place = SignIns.Plan.Places.First(p => p.GridCode.StartsWith(street, StringComparison.Ordinal));
        await using var scope = app.Services.CreateSystemScope("test");
        var result = await scope.ServiceProvider.GetRequiredService<ReceiveCaseHandler>().HandleAsync(new() { Text = text, Longitude = place.At.Lon, Latitude = place.At.Lat, Phone = "10020000003" }, default);
        Assert.True(result.Succeeded(out var received, out var problem), problem?.Code);
        return received.Number;
    }
}
