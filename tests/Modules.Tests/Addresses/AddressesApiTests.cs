using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Addresses;

public abstract class AddressesApiTests(string database) : AddressTest(database)
{
    [Fact]
    public async Task Strangers_find_buildings_while_typing_and_staff_the_rooms_of_their_divisions()
    {
        var (clerk, grid) = (await Clerk(), Grid(0));
        var estate = await EstateAsync(clerk, "试探一路", "试探花园", grid);
        var building = await MadeAsync(clerk, new { level = "building", name = "三栋", parentCode = estate });
        var room = await MadeAsync(clerk, new { level = "room", name = "502", parentCode = building });
        await UntilFoundAsync("试探花园3栋502");

        using var stranger = App.Stranger();
        Assert.Equal([building], await CodesAsync(stranger, "试探花园3"));
        Assert.Empty(await CodesAsync(stranger, "试探花园3栋502"));
        Assert.Equal([estate, building], await CodesAsync(stranger, "sthy"));
        Assert.Equal([room], await CodesAsync(clerk, "试探花园3-502"));
        Assert.Equal([room], await CodesAsync(await Clerk(grid.Code), "试探花园3-502"));
        Assert.Empty(await CodesAsync(await Clerk(Below("990101")[1].Code), "试探花园3-502"));
        Assert.Empty(await CodesAsync(clerk, "试探花园3-502", Below("990101")[1].Code));

        var tooLong = await stranger.GetAsync("/api/v1/addresses?q=" + new string('x', 101));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/v1/addresses/" + estate)).StatusCode);
    }

    [Fact]
    public async Task An_address_tells_where_it_is_and_is_seen_by_whose_it_is()
    {
        var (clerk, grid) = (await Clerk(), Grid(0));
        var building = await MadeAsync(clerk, new { level = "building", name = "7", parentCode = await EstateAsync(clerk, "试探二路", "试探大厦", grid, aliases: "老试探、试探楼") });
        var read = await ReadAsync(clerk, "/api/v1/addresses/" + building);
        Assert.EndsWith("试探二路试探大厦7栋", read.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal((grid.Code, grid.Longitude), (read.GetProperty("divisionCode").GetString(), read.GetProperty("placedLongitude").GetDouble()));
        Assert.Equal(["试探二路", "试探大厦"], read.GetProperty("above").EnumerateArray().Select(above => above.GetProperty("label").GetString()));

        var worker = await Clerk(grid.Code);
        var road = read.GetProperty("above")[0].GetProperty("code").GetString();
        Assert.Equal(HttpStatusCode.OK, (await worker.GetAsync("/api/v1/addresses/" + road)).StatusCode);   // it runs through the grid
        Assert.Equal(HttpStatusCode.NotFound, (await worker.PutAsJsonAsync("/api/v1/addresses/" + road, new { name = "改路", version = 1 })).StatusCode);
        var elsewhere = await Clerk(Below("990101")[1].Code);
        foreach (var code in new[] { building, road, "nothing-like-that" })
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync("/api/v1/addresses/" + code)).StatusCode);
        var reader = await App.ApiKeyAsync("990101", "addresses.see");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PutAsJsonAsync("/api/v1/addresses/" + building, new { name = "8", version = 1 })).StatusCode);
    }

    [Fact]
    public async Task A_new_name_keeps_the_old_one_with_history_and_audit_and_who_comes_too_late_gets_both_sides()
    {
        var (clerk, grid) = (await Clerk(), Grid(0));
        var estate = await EstateAsync(clerk, "试探三路", "试探旧名苑", grid);
        var changed = await clerk.PutAsJsonAsync("/api/v1/addresses/" + estate, new { name = "试探新名苑", version = 1, longitude = grid.Longitude, latitude = grid.Latitude });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var now = await changed.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("试探旧名苑", 2), (now.GetProperty("oldNames")[0].GetString(), now.GetProperty("version").GetInt32()));
        await Soon.HoldsAsync(() => Book.Match("试探旧名苑").Best?.Address.Text.EndsWith("试探新名苑", StringComparison.Ordinal) is true);

        var late = await clerk.PutAsJsonAsync("/api/v1/addresses/" + estate, new { name = "试探迟名苑", version = 1 });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("试探新名苑", (await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("current").GetProperty("name").GetString());

        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var id = now.GetProperty("id").GetGuid();
        var history = await db.Set<StandardAddresses.AddressChange>().Where(c => c.AddressId == id).OrderBy(c => c.Id).Select(c => $"{c.Fact}: {c.Before} → {c.After}").ToListAsync();
        Assert.Equal(["made:  → 试探旧名苑", "name: 试探旧名苑 → 试探新名苑", "old-names:  → 试探旧名苑"], history.Order(StringComparer.Ordinal));
        var subject = "address/" + id;
        Assert.Equal(["addresses.create", "addresses.edit"], await db.Set<AuditEntry>().Where(a => a.Subject == subject).Select(a => a.Action).OrderBy(a => a).ToListAsync());
    }

    [Fact]
    public async Task What_has_ended_is_not_found_any_more_and_what_lies_below_ends_with_it()
    {
        var clerk = await Clerk();
        var estate = await EstateAsync(clerk, "试探四路", "试探拆迁院", Grid(0));
        var building = await MadeAsync(clerk, new { level = "building", name = "2", parentCode = estate });
        await UntilFoundAsync("试探拆迁院2栋");
        Assert.Equal(HttpStatusCode.OK, (await clerk.PutAsJsonAsync("/api/v1/addresses/" + estate, new { name = "试探拆迁院", version = 1, validUntil = "2020-12-31" })).StatusCode);
        await Soon.HoldsAsync(() => Book.Match("试探拆迁院2栋").Best is null);
        Assert.False((await ReadAsync(clerk, "/api/v1/addresses/" + building)).GetProperty("valid").GetBoolean());
        Assert.False((await Book.FindAsync(building, default))!.Valid);
    }

    [Fact]
    public async Task Nobody_makes_an_address_twice_or_upside_down_or_outside_the_own_divisions()
    {
        var (clerk, grid) = (await Clerk(), Grid(0));
        var estate = await EstateAsync(clerk, "试探五路", "试探规矩院", grid);
        await MadeAsync(clerk, new { level = "building", name = "1", parentCode = estate, code = "rule-1" });
        await Refused(clerk, new { level = "building", name = "1栋", parentCode = estate }, "name");
        await Refused(clerk, new { level = "building", name = "2", parentCode = estate, code = "rule-1" }, "code");
        await Refused(clerk, new { level = "road", name = "倒路", parentCode = estate }, "level");
        await Refused(clerk, new { level = "community", name = "某社区", divisionCode = grid.ParentCode }, "level");
        await Refused(clerk, new { level = "building", name = "3", parentCode = estate, longitude = 10.0 }, "longitude");
        await Refused(clerk, new { level = "building", name = "3", parentCode = estate, longitude = 10.0, latitude = 10.0 }, "longitude");
        await Refused(await Clerk(Below("990101")[1].Code), new { level = "building", name = "3", parentCode = estate }, "parentCode");
        await Refused(await Clerk(Below("990101")[1].Code), new { level = "road", name = "外路", divisionCode = grid.ParentCode }, "longitude");

        static async Task Refused(HttpClient client, object address, string field)
        {
            var answer = await client.PostAsJsonAsync("/api/v1/addresses", address);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _), field);
        }
    }

    [Fact]
    public async Task Many_texts_are_matched_at_once_with_reasons()
    {
        var clerk = await Clerk();
        var estate = await EstateAsync(clerk, "试探六路", "试探匹配园", Grid(0), aliases: "粮库大院");
        var building = await MadeAsync(clerk, new { level = "building", name = "4", parentCode = estate });
        await UntilFoundAsync("试探匹配园4栋");
        var answer = await clerk.PostAsJsonAsync("/api/v1/addresses/match", new { texts = new[] { "粮库大院四幢门口", "试探匹配园9栋", "没有地址" } });
        var found = (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToList();
        Assert.Equal((building, true), (found[0].GetProperty("best").GetProperty("code").GetString(), found[0].GetProperty("best").GetProperty("complete").GetBoolean()));
        var incomplete = found[1].GetProperty("candidates")[0];
        Assert.Equal((estate, false), (incomplete.GetProperty("code").GetString(), incomplete.GetProperty("complete").GetBoolean()));
        Assert.Contains(incomplete.GetProperty("reasons").EnumerateArray(), reason => reason.GetString()!.Contains('9', StringComparison.Ordinal));
        Assert.False(found[2].TryGetProperty("best", out _));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync("/api/v1/addresses/match", new { texts = Enumerable.Repeat("x", 501) })).StatusCode);
    }

    [Fact]
    public async Task Another_node_follows()
    {
        await using var other = App.Beside();
        var theirs = other.Services.GetRequiredService<Contracts.Addresses.IAddresses>();
        await Soon.HoldsAsync(() => theirs.Ready);
        await EstateAsync(await Clerk(), "试探七路", "试探邻机苑", Grid(0));
        await Soon.HoldsAsync(() => theirs.Match("试探邻机苑").Best is not null);
    }

    private static async Task<string[]> CodesAsync(HttpClient client, string typed, string? division = null) =>
        [.. (await ReadAsync(client, $"/api/v1/addresses?q={Uri.EscapeDataString(typed)}&division={division}")).EnumerateArray().Select(hit => hit.GetProperty("value").GetString()!)];
}

public sealed class AddressesApiOnSqlite() : AddressesApiTests("sqlite");

public sealed class AddressesApiOnPostgres() : AddressesApiTests("postgres");
