using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Contracts.Grids;
using Linli.Identity.Accounts;
using Linli.Modules.Tests.Identity;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Grids;

/// <summary>Each test works in a community of its own, where the demo's zones make room for it.</summary>
public abstract class StandInTests(string database) : ModuleTest(database)
{
    private IDivisions Divisions => App.Services.GetRequiredService<IDivisions>();

    private static string Day(int offset) => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)).AddDays(offset).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A zone of two neighbouring grids of a community, each with a worker who stands in for the other.</summary>
    private sealed record Pair(HttpClient Clerk, Guid Zone, string OwnGrid, string OtherGrid, Account Own, Account Other);

    private async Task<Pair> PairAsync(int street, int community)
    {
        var place = Divisions.Below(Divisions.Below("990101")[street].Code)[community];
        var clerk = await App.ApiKeyAsync(place.ParentCode!, "grids.see", "grids.manage-teams", "cases.see", "cases.report");
        var grids = Divisions.Below(place.Code);
        await FreeAsync(clerk, place.Code);
        foreach (var other in grids.Skip(1))
        {
            var made = await clerk.PostAsJsonAsync("/api/v1/zones", new { name = "测试片区", divisionCode = place.Code, grids = new[] { grids[0].Code, other.Code } });
            if (made.StatusCode is not HttpStatusCode.Created) continue;   // no neighbours
            var (own, stand) = (await App.HireAsync("grid-worker", grids[0].Code), await App.HireAsync("grid-worker", other.Code));
            await JoinAsync(clerk, grids[0].Code, "worker", own);
            await JoinAsync(clerk, other.Code, "worker", stand);
            await JoinAsync(clerk, grids[0].Code, "standIn", stand);
            await JoinAsync(clerk, other.Code, "standIn", own);
            return new(clerk, await made.Content.ReadFromJsonAsync<Guid>(), grids[0].Code, other.Code, own, stand);
        }
        throw new InvalidOperationException("The first grid has no neighbour.");
    }

    /// <summary>Ends the demo's zones and workers there.</summary>
    private static async Task FreeAsync(HttpClient clerk, string community)
    {
        foreach (var zone in await clerk.GetFromJsonAsync<List<JsonElement>>("/api/v1/zones?under=" + community) ?? [])
            await clerk.DeleteAsync($"/api/v1/zones/{zone.GetProperty("id").GetGuid()}?version={zone.GetProperty("version").GetInt32()}");
        foreach (var grid in (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/grids?under=" + community)).GetProperty("items").EnumerateArray())
            foreach (var member in grid.GetProperty("service").GetProperty("workers").EnumerateArray())
                await clerk.PostAsJsonAsync($"/api/v1/grids/{grid.GetProperty("code").GetString()}/team/{member.GetProperty("id").GetGuid()}/leave", new { version = member.GetProperty("version").GetInt32() });
    }

    private static async Task JoinAsync(HttpClient clerk, string grid, string role, Account account) =>
        Assert.Equal(HttpStatusCode.OK, (await clerk.PostAsJsonAsync($"/api/v1/grids/{grid}/team", new { role, accountId = account.Id })).StatusCode);

    private static Task<HttpResponseMessage> MarkAsync(HttpClient client, Account? whose, int from, int to) =>
        client.PostAsJsonAsync("/api/v1/absences", new { accountId = whose?.Id, firstDay = Day(from), lastDay = Day(to), reason = "年休假" });

    private async Task<HttpClient> BrowserAsync(Account account)
    {
        var browser = App.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.TrySignInAsync(account)).StatusCode);
        return browser;
    }

    /// <summary>A change of teams reaches an open session with the event, at the latest when the session is looked up again.</summary>
    private static Task SeesAsync(HttpClient browser, string grid, bool sees) =>
        Soon.HoldsAsync(async () => (await browser.GetAsync("/api/v1/grids/" + grid)).StatusCode is HttpStatusCode.OK == sees);

    [Fact]
    public async Task The_stand_in_sees_the_grid_and_its_cases_while_its_worker_is_away_and_no_longer()
    {
        var pair = await PairAsync(1, 0);
        var browser = await BrowserAsync(pair.Other);
        await SeesAsync(browser, pair.OwnGrid, false);
        var grid = Divisions.Find(pair.OwnGrid)!;
        var filed = await pair.Clerk.PostAsJsonAsync("/api/v1/cases", new { text = "楼道里堆放杂物，堵住消防通道", longitude = grid.Longitude, latitude = grid.Latitude, channel = "web" });
        Assert.True(filed.IsSuccessStatusCode, await filed.Content.ReadAsStringAsync());
        var absence = await (await MarkAsync(pair.Clerk, pair.Own, 0, 3)).Content.ReadFromJsonAsync<Guid>();
        await SeesAsync(browser, pair.OwnGrid, true);
        Assert.True((await browser.GetFromJsonAsync<JsonElement>("/api/v1/cases?division=" + pair.OwnGrid)).GetProperty("items").GetArrayLength() > 0);
        Assert.Contains(Divisions.PathOf(pair.OwnGrid), (await browser.PageAsync("/desk/zones")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var id = (await filed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Contains(pair.Other.UserName, await pair.Clerk.GetStringAsync($"/api/v1/cases/{id}/colleagues?q={pair.Other.UserName}"), StringComparison.Ordinal);
        Assert.Equal("StoodIn", (await pair.Clerk.GetFromJsonAsync<JsonElement>("/api/v1/zones/" + pair.Zone)).GetProperty("grids").EnumerateArray()
            .Single(g => g.GetProperty("code").GetString() == pair.OwnGrid).GetProperty("state").GetString(), ignoreCase: true);
        Assert.Equal(HttpStatusCode.NoContent, (await pair.Clerk.PostAsJsonAsync($"/api/v1/absences/{absence}/end", new { version = 1 })).StatusCode);
        await SeesAsync(browser, pair.OwnGrid, false);
        Assert.DoesNotContain(pair.Other.UserName, await pair.Clerk.GetStringAsync($"/api/v1/cases/{id}/colleagues?q={pair.Other.UserName}"), StringComparison.Ordinal);
        Assert.Equal(0, (await browser.GetFromJsonAsync<JsonElement>("/api/v1/cases?division=" + pair.OwnGrid)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_worker_enters_their_own_absence_and_nobody_elses()
    {
        var pair = await PairAsync(1, 1);
        var browser = await BrowserAsync(pair.Own);
        var sent = await browser.SubmitAsync("/desk/zones/absences", new() { ["Form.FirstDay"] = Day(2), ["Form.LastDay"] = Day(4), ["Form.Reason"] = "参加培训" }, "mark-absence");
        Assert.Equal("/desk/zones/absences?saved=true", sent.GoesTo());
        var page = await browser.PageAsync("/desk/zones/absences");
        Assert.Contains("参加培训", page.QuerySelector("table.list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync("/desk/zones/absences", new() { ["Form.FirstDay"] = Day(4), ["Form.LastDay"] = Day(9), ["Form.Reason"] = "探亲" }, "mark-absence")).StatusCode);
        var handler = await (await PairKeyAsync(pair)).PostAsJsonAsync("/api/v1/absences", new { accountId = pair.Own.Id, firstDay = Day(20), lastDay = Day(21), reason = "事假" });
        Assert.Equal(HttpStatusCode.Forbidden, handler.StatusCode);
    }

    private Task<HttpClient> PairKeyAsync(Pair pair) => App.ApiKeyAsync(pair.OwnGrid, "grids.see", "grids.serve");

    [Fact]
    public async Task A_stand_in_is_a_worker_of_the_same_zone_and_loses_the_part_with_the_zone()
    {
        var pair = await PairAsync(1, 2);
        var stranger = await App.HireAsync("grid-worker", pair.OwnGrid[..12]);
        var refused = await pair.Clerk.PostAsJsonAsync($"/api/v1/grids/{pair.OwnGrid}/team", new { role = "standIn", accountId = stranger.Id });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("同一片区", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await pair.Clerk.DeleteAsync($"/api/v1/zones/{pair.Zone}?version=7")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await pair.Clerk.DeleteAsync($"/api/v1/zones/{pair.Zone}?version=1")).StatusCode);
        var team = (await pair.Clerk.GetFromJsonAsync<JsonElement>("/api/v1/grids/" + pair.OwnGrid)).GetProperty("team").EnumerateArray().Select(m => m.GetProperty("role").GetString()).ToList();
        Assert.Contains("worker", team, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain("standIn", team, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_zone_has_neighbours_only_and_a_grid_is_in_one_zone_only()
    {
        var pair = await PairAsync(2, 0);
        var community = pair.OwnGrid[..12];
        async Task<string> Refused(params string[] grids)
        {
            var answer = await pair.Clerk.PostAsJsonAsync("/api/v1/zones", new { name = "不成片区", divisionCode = community, grids });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("grids")[0].GetString()!;
        }
        var free = Divisions.Below(community).Select(g => g.Code).Except([pair.OwnGrid, pair.OtherGrid]).ToList();
        Assert.Equal("片区至少有两个网格", await Refused(free[0]));
        Assert.Equal("有的网格已属于其他片区", await Refused(pair.OwnGrid, pair.OtherGrid));
        var elsewhere = Divisions.Below(Divisions.Below(community[..9])[1].Code)[0].Code;
        Assert.Equal("片区的网格都应在它所属的街道或社区内", await Refused(free[0], elsewhere));
    }

    [Fact]
    public async Task A_clerk_of_another_street_sees_no_zone_and_changes_none()
    {
        var pair = await PairAsync(2, 1);
        var foreign = await App.ApiKeyAsync(Divisions.Below("990101")[3].Code, "grids.see", "grids.manage-teams");
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync("/api/v1/zones/" + pair.Zone)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.DeleteAsync($"/api/v1/zones/{pair.Zone}?version=1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/grids/{pair.OwnGrid}/team", new { role = "volunteer", name = "张三" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await MarkAsync(foreign, pair.Own, 0, 1)).StatusCode);
    }

    [Fact]
    public async Task The_page_of_a_zone_changes_it_without_script()
    {
        var street = Divisions.Below("990101")[3];
        var clerk = await App.SignInAsync(App.DemoUser(Demo.DemoRole.StreetClerk, street.Code));
        var list = await clerk.PageAsync("/desk/zones");
        var address = list.QuerySelector("table.list a.row-link")!.GetAttribute("href")!;
        var zone = await clerk.PageAsync(address);
        Assert.NotEmpty(zone.QuerySelectorAll("table.list tbody tr"));
        Assert.Equal(address + "?saved=true", (await clerk.SubmitAsync(address, zone, new() { ["Form.Name"] = "改名片区" }, "edit-zone")).GoesTo());
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SubmitAsync(address, zone, new() { ["Form.Name"] = "太迟了" }, "edit-zone")).StatusCode);
        Assert.Equal("改名片区", (await clerk.PageAsync(address)).QuerySelector("h1")!.TextContent);
    }
}

public sealed class StandInOnSqlite() : StandInTests("sqlite");

public sealed class StandInOnPostgres() : StandInTests("postgres");
