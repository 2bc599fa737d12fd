using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Map;

public abstract class AreaTests(string database) : MapTest(database)
{
    [Fact]
    public async Task What_lies_in_an_area_is_counted_and_listed_and_what_lies_beside_it_is_not()
    {
        var (grid, at) = Grid(0, 2, 3);
        var (inside, beside) = (await FileAsync(at), await FileAsync(at with { Lat = at.Lat + 0.002 }));   // 220 m
        using var reader = await ReaderAsync(District);
        var cases = await LayerAsync(reader, Square(at, 200), "cases");
        Assert.Contains(inside, Numbers(cases));
        Assert.DoesNotContain(beside, Numbers(cases));
        Assert.Equal(cases.GetProperty("items").GetArrayLength(), cases.GetProperty("count").GetInt32());
        Assert.Contains((await LayerAsync(reader, Square(at, 200), "divisions")).GetProperty("items").EnumerateArray(), item => item.GetProperty("fields").GetProperty("code").GetString() == grid.Code);

        using var other = await ReaderAsync(Divisions.Below(District)[1].Code);
        Assert.Equal(0, (await LayerAsync(other, Square(at, 200), "cases")).GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData(""), InlineData("114,28;115,28"), InlineData("114,28;114,28;114,28"), InlineData("114,28;115,29;115,28;114,29"), InlineData("114,28;115,x;115,29"), InlineData("114,28;115,28;115,91"), InlineData("114,28;115,28;NaN,29")]
    public async Task What_is_no_area_is_refused_with_a_reason(string area)
    {
        using var reader = await ReaderAsync(District);
        foreach (var address in new[] { "/api/v1/map/area?area=", "/api/v1/map/area.csv?area=" })
        {
            using var answer = await reader.GetAsync(address + area, Ct);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("\"area\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_table_holds_what_its_reader_may_take_out_and_who_took_it_is_kept()
    {
        var (_, at) = Grid(1, 2, 1);
        var (number, area) = (await FileAsync(at), Square(at, 300));
        using var reader = await ReaderAsync(District);
        using var taker = await App.ApiKeyAsync(District, "map.see", "grids.see", "cases.see", "cases.export");
        Assert.DoesNotContain(number, await reader.GetStringAsync("/api/v1/map/area.csv?area=" + area, Ct), StringComparison.Ordinal);
        var table = await taker.GetStringAsync("/api/v1/map/area.csv?layer=cases&area=" + area, Ct);
        Assert.Contains(number, table, StringComparison.Ordinal);
        Assert.DoesNotContain("网格", table, StringComparison.Ordinal);   // that layer was not asked for

        await using var scope = App.Services.CreateAsyncScope();
        var audited = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<AuditEntry>().Where(entry => entry.Action == "map.export").Select(entry => entry.Details).ToListAsync(Ct);
        Assert.Equal(2, audited.Count(details => details!.Contains(area, StringComparison.Ordinal)));
    }

    private static async Task<JsonElement> LayerAsync(HttpClient reader, string area, string layer) =>
        Assert.Single((await reader.GetFromJsonAsync<JsonElement>($"/api/v1/map/area?layer={layer}&area={area}", Ct)).EnumerateArray());

    private static IEnumerable<string?> Numbers(JsonElement layer) => layer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("fields").GetProperty("number").GetString());
}

public sealed class AreasOnSqlite() : AreaTests("sqlite");

public sealed class AreasOnPostgres() : AreaTests("postgres");
