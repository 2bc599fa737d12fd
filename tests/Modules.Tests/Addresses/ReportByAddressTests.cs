using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Platform;
using Linli.Testing;

namespace Linli.Modules.Tests.Addresses;

/// <summary>Where a report lands that tells its place by an address; and what becomes of an address that nobody knows.</summary>
public abstract class ReportByAddressTests(string database) : AddressTest(database)
{
    [Theory]
    [InlineData("报位园")]
    [InlineData("粮管所家属院")]
    [InlineData("报位机械厂宿舍")]
    [InlineData("我家在粮管所家属院三栋二单元五零二，楼下")]
    [InlineData("报位一路88号")]
    public async Task A_report_that_names_an_address_an_alias_or_an_old_name_lands_in_its_grid(string place)
    {
        var (clerk, grid) = (await Clerk(), Grid(2));
        var estate = await EnsureAsync(clerk, grid);
        await UntilFoundAsync("报位机械厂宿舍3栋");
        var filed = await FileAsync(place);
        Assert.Equal(grid.Code, filed.GetProperty("divisionCode").GetString());
        Assert.NotNull(estate);
    }

    [Fact]
    public async Task The_demo_knows_its_estates_by_their_other_names()
    {
        await Soon.HoldsAsync(() => Book.Ready);
        var named = DemoEstates.OfPlaces(SignIns.Plan, IDemoSeeder.Seed).Where(estate => estate.Alias is not null).ToList();
        var known = named.Where(estate => named.TrueForAll(other => other == estate || other.Alias != estate.Alias)).Take(5).ToList();
        foreach (var estate in known)
        {
            var filed = await FileAsync($"{estate.Community.Name}{estate.Alias}{estate.Buildings[0].Name}栋");
            Assert.Equal(Divisions.Locate(estate.At.Lon, estate.At.Lat)!.Code, filed.GetProperty("divisionCode").GetString());
        }
        Assert.NotEmpty(known);
    }

    [Fact]
    public async Task An_unknown_address_waits_without_the_person_until_a_clerk_names_it_and_the_next_report_is_placed_by_it()
    {
        var (clerk, grid) = (await Clerk(), Grid(3));
        var estate = await EstateAsync(clerk, "报位三路", "报位新苑", grid);
        await UntilFoundAsync("报位新苑");
        Assert.Equal("990101", (await FileAsync("旧称锅炉厂大院5栋2单元302，王小明 10012345678")).GetProperty("divisionCode").GetString());
        await FileAsync("旧称锅炉厂大院5栋");
        await FileAsync("旧称锅炉厂大院6栋");
        var item = await QueuedAsync(clerk, "旧称锅炉厂大院5栋", times: 2);
        await QueuedAsync(clerk, "旧称锅炉厂大院6栋", times: 1);
        Assert.Equal("cases/api", item.GetProperty("source").GetString());

        var (id, version) = (item.GetProperty("id").GetGuid(), item.GetProperty("version").GetInt32());
        var settled = await clerk.PostAsJsonAsync($"/api/v1/addresses/unmatched/{id}/settle", new { version, addressCode = estate });
        Assert.Equal(HttpStatusCode.OK, settled.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"/api/v1/addresses/unmatched/{id}/settle", new { version, reason = "来晚了" })).StatusCode);
        var aliases = (await ReadAsync(clerk, "/api/v1/addresses/" + estate)).GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString());
        Assert.Equal(["旧称锅炉厂大院"], aliases);
        Assert.DoesNotContain("旧称锅炉厂大院6栋", await TextsAsync(clerk, "open"));   // written with the same name
        await UntilFoundAsync("旧称锅炉厂大院");
        Assert.Equal(grid.Code, (await FileAsync("旧称锅炉厂大院门口")).GetProperty("divisionCode").GetString());
    }

    [Fact]
    public async Task A_text_is_dismissed_with_a_reason_or_made_an_address_by_a_clerk_of_its_divisions()
    {
        var (clerk, grid) = (await Clerk(), Grid(3));
        await FileAsync("外地报位小区1栋");
        await FileAsync("漏登报位小区2栋");
        var (foreign, missing) = (await QueuedAsync(clerk, "外地报位小区1栋", 1), await QueuedAsync(clerk, "漏登报位小区2栋", 1));
        var street = await Clerk(Below("990101")[1].Code);
        Assert.Equal(HttpStatusCode.NotFound, (await street.GetAsync($"/api/v1/addresses/unmatched/{foreign.GetProperty("id").GetGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SettleAsync(foreign, new { version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await SettleAsync(foreign, new { version = 7, reason = "看旧了" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SettleAsync(foreign, new { version = 1, reason = "不在本区" })).StatusCode);
        Assert.Contains("外地报位小区1栋", await TextsAsync(clerk, "dismissed"));

        await MadeAsync(clerk, new { level = "estate", name = "漏登报位小区", divisionCode = grid.ParentCode, unmatchedId = missing.GetProperty("id").GetGuid() });
        Assert.Contains("漏登报位小区2栋", await TextsAsync(clerk, "made"));

        Task<HttpResponseMessage> SettleAsync(JsonElement item, object command) => clerk.PostAsJsonAsync($"/api/v1/addresses/unmatched/{item.GetProperty("id").GetGuid()}/settle", command);
    }

    /// <summary>Made once for all cases of the theory.</summary>
    private async Task<string> EnsureAsync(HttpClient clerk, Contracts.Grids.Division grid)
    {
        if (await Book.FindAsync("report-estate", default) is { } there) return there.Code;
        await MadeAsync(clerk, new { code = "report-road", level = "road", name = "报位一路", divisionCode = grid.ParentCode });
        await MadeAsync(clerk, new { code = "report-number", level = "number", name = "88号", parentCode = "report-road", longitude = grid.Longitude, latitude = grid.Latitude });
        await MadeAsync(clerk, new { code = "report-estate", level = "estate", name = "报位园", parentCode = "report-number", aliases = "粮管所家属院", oldNames = "报位机械厂宿舍" });
        return await MadeAsync(clerk, new { level = "building", name = "3", parentCode = "report-estate" });
    }

    private async Task<JsonElement> FileAsync(string place)
    {
        var caller = await App.ApiKeyAsync("990101", "cases.report");
        var answer = await caller.PostAsJsonAsync("/api/v1/cases", new { text = "路灯坏了，晚上看不见", place });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The text of the queue, once it came so often.</summary>
    private static async Task<JsonElement> QueuedAsync(HttpClient clerk, string text, int times)
    {
        JsonElement found = default;
        await Soon.HoldsAsync(async () =>
        {
            found = (await ItemsAsync(clerk, "open")).FirstOrDefault(item => item.GetProperty("text").GetString() == text && item.GetProperty("times").GetInt32() == times);
            return found.ValueKind is JsonValueKind.Object;
        });
        return found;
    }

    private static async Task<IReadOnlyList<string?>> TextsAsync(HttpClient clerk, string state) => [.. (await ItemsAsync(clerk, state)).Select(item => item.GetProperty("text").GetString())];

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpClient clerk, string state) =>
        [.. (await ReadAsync(clerk, "/api/v1/addresses/unmatched?state=" + state)).GetProperty("items").EnumerateArray()];
}

public sealed class ReportByAddressOnSqlite() : ReportByAddressTests("sqlite");

public sealed class ReportByAddressOnPostgres() : ReportByAddressTests("postgres");
