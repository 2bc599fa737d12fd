using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Cases;
using Linli.Geo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Map;

/// <summary>What the modules bring to the map beside borders, places and open cases.</summary>
public abstract class LayerTests(string database) : MapTest(database)
{
    private const string Register = "/api/v1/registry/records";

    [Fact]
    public async Task Buildings_show_with_their_rooms_where_their_estate_is_and_from_afar_as_a_count()
    {
        var (grid, at) = Grid(0, 1, 0);
        using var clerk = await App.ApiKeyAsync(District, "map.see", "addresses.see", "addresses.manage");
        var road = await MadeAsync(clerk, new { level = "road", name = "图层一路", divisionCode = grid.ParentCode });
        var estate = await MadeAsync(clerk, new { level = "estate", name = "图层花园", parentCode = road, longitude = at.Lon, latitude = at.Lat });
        var building = await MadeAsync(clerk, new { level = "building", name = "3", parentCode = estate });
        foreach (var room in (string[])["101", "102"]) await MadeAsync(clerk, new { level = "room", name = room, parentCode = building });

        await Soon.HoldsAsync(async () => (await LayerAsync(clerk, "buildings", Square(at, 20))).EnumerateArray().Any(b =>
            b.GetProperty("name").GetString() == "图层花园3栋" && b.GetProperty("href").GetString() == "/desk/addresses/" + building &&
            b.GetProperty("fields").GetProperty("rooms") is { ValueKind: JsonValueKind.Number } rooms && rooms.GetInt32() == 2));
        Assert.Contains(await TileAsync(clerk, "buildings", at, 18), b => "surveyed".Equals(b["kind"]) && "图层花园3栋".Equals(b.GetValueOrDefault("name")));
        Assert.True((await TileAsync(clerk, "buildings", at, 13)).Sum(b => (long)b["count"]) >= 1);
        using var elsewhere = await App.ApiKeyAsync(Divisions.Below(District)[1].Code, "map.see", "addresses.see");
        Assert.Empty(await TileAsync(elsewhere, "buildings", at, 18));
    }

    [Fact]
    public async Task Facilities_of_whatever_type_the_district_keeps_show_where_they_are()
    {
        var ((grid, at), (_, beside)) = (Grid(3, 1, 0), Grid(3, 1, 1));
        using var clerk = await App.ApiKeyAsync(grid.Code[..9], "map.see", "registry.see", "registry.write");
        foreach (var (name, place) in new[] { ("图层公园", at), ("旁边公园", beside) })
        {
            var added = await clerk.PostAsJsonAsync(Register, new { type = "facility", facts = new { name, kind = "park" }, longitude = place.Lon, latitude = place.Lat, address = "图层路1号", source = "visit" }, Ct);
            Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync(Ct));
        }
        var park = Assert.Single(await TileAsync(clerk, "facilities", at, 18), f => "图层公园".Equals(f.GetValueOrDefault("name")));
        Assert.Equal(("facility", "图层路1号"), ((string)park["kind"], (string)park["address"]));
        Assert.DoesNotContain((await LayerAsync(clerk, "facilities", Square(at, 50))).EnumerateArray(), f => f.GetProperty("name").GetString() == "旁边公园");
        Assert.True((await TileAsync(clerk, "facilities", at, 13)).Sum(f => (long)f["count"]) >= 2);
        Assert.Contains("城市部件", await clerk.GetStringAsync("/api/v1/map/layers", Ct), StringComparison.Ordinal);

        using var other = await App.ApiKeyAsync(Divisions.Below(District)[4].Code, "map.see", "registry.see");
        Assert.DoesNotContain(await TileAsync(other, "facilities", at, 18), f => "图层公园".Equals(f.GetValueOrDefault("name")));
    }

    [Fact]
    public async Task Who_is_looked_after_shows_only_as_a_count_of_five_or_more_and_never_by_name()
    {
        var ((many, there), (few, beside)) = (Grid(5, 2, 0), Grid(5, 2, 1));
        using var clerk = await App.ApiKeyAsync(many.Code[..9], "map.see", "registry.see", "registry.write", "registry.see-needs", "registry.tag");
        foreach (var (grid, count) in new[] { (many, 4), (few, 3) })
            for (var person = 0; person < count; person++) await TagAsync(clerk, grid.Code);
        var community = Divisions.Find(many.ParentCode!)!;
        LonLat middle = new(community.Longitude!.Value, community.Latitude!.Value);
        Assert.Null(await BereavedAsync(clerk, many.Name, there));
        Assert.Equal(7, await BereavedAsync(clerk, community.Name, middle));

        await TagAsync(clerk, many.Code);
        Assert.Equal(5, await BereavedAsync(clerk, many.Name, there));
        Assert.Null(await BereavedAsync(clerk, few.Name, beside));
        Assert.Null(await BereavedAsync(clerk, community.Name, middle));   // three are too few there too

        using var viewer = await App.ApiKeyAsync(many.Code[..9], "map.see", "registry.see", "grids.see");
        var shown = Assert.Single(await TileAsync(viewer, "needs", there, 18), n => many.Name.Equals(n.GetValueOrDefault("name")));
        Assert.False(shown.ContainsKey("href"));
        Assert.True((long)shown["count"] >= 5);
        using var worker = await App.ApiKeyAsync(few.Code, "map.see", "registry.see");
        Assert.Null(await BereavedAsync(worker, few.Name, beside));
    }

    [Fact]
    public async Task Who_serves_a_grid_today_shows_in_its_middle_and_changes_when_somebody_is_away()
    {
        var (grid, at) = Grid(4, 2, 0);
        using var clerk = await App.ApiKeyAsync(grid.Code[..9], "map.see", "grids.see", "grids.manage-teams");
        var before = await StaffAsync(clerk, grid.Name, at);
        Assert.Equal("own", before["kind"]);
        var team = (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/grids/{grid.Code}", Ct)).GetProperty("team").EnumerateArray().Where(m => m.GetProperty("role").GetString() == "worker").ToList();
        Assert.Contains(team[0].GetProperty("name").GetString()!, (string)before["name"], StringComparison.Ordinal);
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        foreach (var worker in team)
        {
            var marked = await clerk.PostAsJsonAsync("/api/v1/absences", new { accountId = worker.GetProperty("accountId").GetGuid(), firstDay = today, lastDay = today.AddDays(1), reason = "年休假" }, Ct);
            Assert.True(marked.IsSuccessStatusCode, await marked.Content.ReadAsStringAsync(Ct));
        }
        var after = await Soon.FindAsync(async () => await StaffAsync(clerk, grid.Name, at) is { } staff && !"own".Equals(staff["kind"]) ? staff : null);
        Assert.Contains(team[0].GetProperty("name").GetString()!, (string)after["away"], StringComparison.Ordinal);
        using var elsewhere = await App.ApiKeyAsync(Divisions.Below(District)[0].Code, "map.see", "grids.see");
        Assert.Empty(await TileAsync(elsewhere, "staff", at, 18));
    }

    [Fact]
    public async Task A_party_organisation_of_a_building_stands_at_it_and_one_of_the_grid_is_counted_in_its_middle()
    {
        var ((grid, at), (_, beside)) = (Grid(2, 1, 0), Grid(2, 1, 1));
        using var clerk = await App.ApiKeyAsync(grid.Code[..9], "map.see", "party.see", "party.manage", "addresses.see", "addresses.manage");
        var road = await MadeAsync(clerk, new { level = "road", name = "党群路", divisionCode = grid.ParentCode });
        var estate = await MadeAsync(clerk, new { level = "estate", name = "党群花园", parentCode = road, longitude = beside.Lon, latitude = beside.Lat });
        await MadeAsync(clerk, new { level = "building", name = "7", parentCode = estate });
        await Soon.HoldsAsync(async () => await OrganiseAsync(clerk, grid.ParentCode!, "党群花园7栋支部", "党群花园7栋"));   // as soon as the building is in memory
        Assert.True(await OrganiseAsync(clerk, grid.Code, "网格支部", null));

        var branch = await Soon.FindAsync(async () => (await TileAsync(clerk, "party", beside, 18)).SingleOrDefault(o => "党群花园7栋支部".Equals(o.GetValueOrDefault("name"))));
        Assert.Equal(("branch", 12L), ((string)branch["kind"], (long)branch["members"]));
        Assert.StartsWith("/desk/party/", (string)branch["href"], StringComparison.Ordinal);
        var middle = await TileAsync(clerk, "party", at, 18);
        Assert.DoesNotContain(middle, o => o.ContainsKey("name"));
        Assert.True(middle.Where(o => o["kind"] is "branch").Sum(o => (long)o["count"]) >= 1);
        using var elsewhere = await App.ApiKeyAsync(Divisions.Below(District)[1].Code, "map.see", "party.see");
        Assert.Empty(await TileAsync(elsewhere, "party", beside, 18));
    }

    [Fact]
    public async Task Of_a_past_day_cases_show_that_were_open_at_its_end()
    {
        var (grid, at) = Grid(2, 2, 1);
        var number = await FileAsync(at);
        var now = DateTimeOffset.UtcNow;
        await using (var scope = App.Services.CreateSystemScope("test"))
            await scope.ServiceProvider.GetRequiredService<AppDb>().Cases.Where(c => c.Number == number)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.ReceivedAt, now.AddDays(-20)).SetProperty(x => x.ClosedAt, now.AddDays(-10)).SetProperty(x => x.Status, CaseStatus.Closed), Ct);
        using var reader = await ReaderAsync(grid.Code[..9]);
        foreach (var (back, open) in new[] { (25, false), (15, true), (5, false) })
        {
            var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Equal(open, (await TileAsync(reader, "cases", at, 18, when: day)).Any(c => number.Equals(c["number"])));
            Assert.Equal(open, (await LayerAsync(reader, "cases", Square(at, 50) + "&when=" + day)).EnumerateArray().Any(c => c.GetProperty("fields").GetProperty("number").GetString() == number));
        }
        Assert.DoesNotContain(await TileAsync(reader, "cases", at, 18), c => number.Equals(c["number"]));
    }

    private static async Task<string> MadeAsync(HttpClient clerk, object address)
    {
        using var answer = await clerk.PostAsJsonAsync("/api/v1/addresses", address, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()!;
    }

    private static async Task<bool> OrganiseAsync(HttpClient clerk, string division, string name, string? building)
    {
        using var answer = await clerk.PostAsJsonAsync("/api/v1/party/organisations", new { divisionCode = division, name, kind = "branch", building, memberCount = 12 }, Ct);
        return answer.IsSuccessStatusCode;
    }

    private static async Task TagAsync(HttpClient clerk, string grid)
    {
        using var added = await clerk.PostAsJsonAsync(Register, new { type = "person", facts = new { name = "图层测试" }, divisionCode = grid, source = "visit" }, Ct);
        var id = (await added.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        using var tagged = await clerk.PostAsJsonAsync($"{Register}/{id}/needs", new { kind = "bereaved", reason = "需要关心" }, Ct);
        Assert.True(tagged.IsSuccessStatusCode, await tagged.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<JsonElement> LayerAsync(HttpClient reader, string layer, string area) =>
        Assert.Single((await reader.GetFromJsonAsync<JsonElement>($"/api/v1/map/area?layer={layer}&area={area}", Ct)).EnumerateArray()).GetProperty("items");

    /// <summary>How many are said to be bereaved in the middle of a division; null where no group of them shows.</summary>
    private static async Task<int?> BereavedAsync(HttpClient reader, string division, LonLat at) =>
        (await LayerAsync(reader, "needs", Square(at, 20))).EnumerateArray().Where(n => n.GetProperty("name").GetString() == division).Select(n => n.GetProperty("fields").GetProperty("bereaved"))
            .Where(count => count.ValueKind is JsonValueKind.Number).Select(count => (int?)count.GetInt32()).SingleOrDefault();

    private static async Task<Dictionary<string, object>> StaffAsync(HttpClient reader, string grid, LonLat at) =>
        Assert.Single(await TileAsync(reader, "staff", at, 18), s => grid.Equals(s["grid"]));
}

public sealed class LayersOnSqlite() : LayerTests("sqlite");

public sealed class LayersOnPostgres() : LayerTests("postgres");
