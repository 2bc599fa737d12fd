using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Addresses;
using Linli.Demo;
using Linli.Party;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.StandardAddresses;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Party;

public abstract class AdoptionTests(string database) : ModuleTest(database)
{
    private const string Street = "990101005", Other = "990101006", Community = "990101005001";

    private Task<HttpClient> ClerkAsync(string division = Street) => App.ApiKeyAsync(division, "party.see", "party.manage");

    private static async Task<Guid> MemberAsync(HttpClient clerk, string name)
    {
        var branch = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/party/organisations?kind=Branch&under=" + Community)).GetProperty("items")[0].GetProperty("id").GetGuid();
        var answer = await clerk.PostAsJsonAsync("/api/v1/party/members", new { name, organisationId = branch, kind = "Registered", homeUnit = "区税务局", phone = "13900005678" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<Guid>();
    }

    private static async Task<(Guid Id, string Code)> FreeBuildingAsync(HttpClient clerk, int index)
    {
        var one = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/party/buildings?covered=false&under=" + Street)).GetProperty("items")[index];
        return (one.GetProperty("id").GetGuid(), one.GetProperty("code").GetString()!);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    [Fact]
    public async Task The_page_of_a_building_leads_to_who_looks_after_it_and_to_the_records_that_lie_there()
    {
        var clerk = await ClerkAsync();
        var building = await FreeBuildingAsync(clerk, 4);
        var desk = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, Street));
        Assert.Equal("尚无人包联", (await desk.PageAsync("/desk/addresses/" + building.Code)).QuerySelector($"a[href='/desk/party/buildings/{building.Id}']")!.TextContent);
        await clerk.PostAsJsonAsync("/api/v1/party/adoptions", new { memberId = await MemberAsync(clerk, "包楼丁"), buildingId = building.Id });
        var page = await desk.PageAsync("/desk/addresses/" + building.Code);
        Assert.Equal("包楼丁", page.QuerySelector($"a[href='/desk/party/buildings/{building.Id}']")!.TextContent);

        var place = string.Concat(page.QuerySelectorAll("nav a[href^='/desk/addresses/']").Select(above => above.TextContent)) + page.QuerySelector("h1")!.TextContent;
        using var registrar = await App.ApiKeyAsync(Street, "registry.see", "registry.write");
        var added = await registrar.PostAsJsonAsync("/api/v1/registry/records", new { type = "facility", facts = new { name = "楼下的健身点", kind = "park" }, divisionCode = building.Code[..12], address = place, source = "visit" });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        var records = page.QuerySelectorAll("a").Single(a => a.TextContent == "查看该地址的登记").GetAttribute("href")!;
        Assert.Contains("楼下的健身点", (await desk.PageAsync(records + "&type=facility")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_member_takes_one_building_which_counts_as_covered_until_that_ends()
    {
        var clerk = await ClerkAsync();
        var (member, other) = (await MemberAsync(clerk, "包楼甲"), await MemberAsync(clerk, "包楼乙"));
        var (first, second) = (await FreeBuildingAsync(clerk, 0), await FreeBuildingAsync(clerk, 1));
        var adopted = await (await clerk.PostAsJsonAsync("/api/v1/party/adoptions", new { memberId = member, buildingId = first.Id })).Content.ReadFromJsonAsync<Guid>();
        Assert.Equal("party.has-building", await CodeAsync(await clerk.PostAsJsonAsync("/api/v1/party/adoptions", new { memberId = member, buildingId = first.Id })));
        var enough = await clerk.PostAsJsonAsync("/api/v1/party/adoptions", new { memberId = member, buildingId = second.Id });
        Assert.Equal(HttpStatusCode.Conflict, enough.StatusCode);
        Assert.Equal(1, (await enough.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("most").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await clerk.PostAsJsonAsync("/api/v1/party/adoptions", new { memberId = other, buildingId = first.Id })).StatusCode);   // a building may have several

        var building = await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/party/buildings/{first.Id}");
        Assert.Equal(["包楼乙", "包楼甲"], building.GetProperty("adopters").EnumerateArray().Select(a => a.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/party/adoptions/{adopted}/end", new { version = 1, reason = "调走" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"/api/v1/party/adoptions/{adopted}/end", new { version = 1, reason = "调走" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await clerk.PostAsJsonAsync("/api/v1/party/adoptions", new { memberId = member, buildingId = second.Id })).StatusCode);
        var past = (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/party/adoptions?member={member}")).EnumerateArray().ToList();
        Assert.Equal([null, "调走"], past.Select(a => a.TryGetProperty("endReason", out var reason) ? reason.GetString() : null));
    }

    [Fact]
    public async Task The_share_counts_valid_buildings_of_the_division_and_those_without_come_first()
    {
        var clerk = await ClerkAsync();
        var list = await clerk.GetFromJsonAsync<JsonElement>("/api/v1/party/buildings?under=" + Street);
        var (all, covered) = (list.GetProperty("share").GetProperty("buildings").GetInt32(), list.GetProperty("share").GetProperty("covered").GetInt32());
        Assert.True(all > 0 && covered > all / 2 && covered < all);
        Assert.Equal(all, list.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("share").GetProperty("buildings").GetInt32()));
        Assert.Equal(all, list.GetProperty("total").GetInt32());
        Assert.Equal(0, list.GetProperty("items")[0].GetProperty("adopters").GetArrayLength());
        Assert.Equal(all - covered, (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/party/buildings?covered=false&under=" + Street)).GetProperty("total").GetInt32());

        var csv = (await clerk.GetStringAsync("/api/v1/party/buildings.csv?under=" + Street)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(all + 1, csv.Length);
        var elsewhere = await clerk.GetFromJsonAsync<JsonElement>("/api/v1/party/buildings?under=" + Other);
        Assert.Equal(0, elsewhere.GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await App.ApiKeyAsync(Street, "party.see")).GetAsync("/api/v1/party/buildings.csv")).StatusCode);
    }

    [Fact]
    public async Task A_building_whose_estate_has_ended_is_no_building_to_adopt()
    {
        await using var app = await LinliApp.StartAsync(Database);
        Guid road, estate, building;
        await using (var scope = app.Services.CreateSystemScope("test"))
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            AddressRow Row(AddressLevel level, string name, Guid? above, DateOnly? until = null) => new()
            {
                Id = Guid.CreateVersion7(), Code = Guid.CreateVersion7().ToString("N"), ParentId = above, Level = level, Name = name, DivisionCode = Community, ValidUntil = until, Source = "test",
            };
            var rows = new List<AddressRow> { Row(AddressLevel.Road, "试路", null) };
            rows.Add(Row(AddressLevel.Estate, "旧苑", rows[0].Id, new DateOnly(2020, 1, 1)));
            rows.Add(Row(AddressLevel.Building, "1", rows[1].Id));
            rows.Add(Row(AddressLevel.Building, "2", rows[0].Id));
            (road, estate, building) = (rows[0].Id, rows[1].Id, rows[2].Id);
            await db.InsertManyAsync(rows, default);
            var found = await scope.ServiceProvider.GetRequiredService<Linli.Contracts.Addresses.IBuildings>().Seen(Community).ToListAsync();
            Assert.Contains(found, b => b.Id == rows[3].Id);
            Assert.DoesNotContain(found, b => b.Id == building || b.Id == road || b.Id == estate);
        }
    }

    [Fact]
    public async Task Two_at_once_give_a_member_one_building_and_the_database_keeps_a_pair_together_only_once()
    {
        var clerk = await ClerkAsync();
        var member = await MemberAsync(clerk, "同时丙");
        var targets = new[] { await FreeBuildingAsync(clerk, 2), await FreeBuildingAsync(clerk, 3), await FreeBuildingAsync(clerk, 4) };
        var answers = await Task.WhenAll(targets.Select(t => clerk.PostAsJsonAsync("/api/v1/party/adoptions", new { memberId = member, buildingId = t.Id })));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Equal(2, answers.Count(a => a.StatusCode is HttpStatusCode.Conflict));

        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var present = await db.Adoptions.AsNoTracking().SingleAsync(a => a.MemberId == member);
        db.Add(new Adoption { Id = Guid.CreateVersion7(), BuildingId = present.BuildingId, DivisionCode = present.DivisionCode, MemberId = member, Since = present.Since });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Neither_member_nor_building_of_another_street_can_be_adopted_or_seen()
    {
        var (clerk, foreign) = (await ClerkAsync(), await ClerkAsync(Other));
        var member = await MemberAsync(clerk, "外街丁");
        var (own, theirs) = (await FreeBuildingAsync(clerk, 5), (await foreign.GetFromJsonAsync<JsonElement>("/api/v1/party/buildings?covered=false")).GetProperty("items")[0].GetProperty("id").GetGuid());
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync("/api/v1/party/adoptions", new { memberId = member, buildingId = theirs })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await foreign.PostAsJsonAsync("/api/v1/party/adoptions", new { memberId = member, buildingId = theirs })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/api/v1/party/members/{member}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/party/members/{member}/reveal", new { reason = "越界" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/api/v1/party/buildings/{own.Id}")).StatusCode);
        Assert.DoesNotContain("外街丁", await foreign.GetStringAsync("/api/v1/party/members?q=外街丁"), StringComparison.Ordinal);

        var grid = (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/party/members/{member}")).GetProperty("divisionCode").GetString()!;
        var worker = await App.ApiKeyAsync(grid, "party.see");
        Assert.Equal("139****5678", (await worker.GetFromJsonAsync<JsonElement>("/api/v1/party/members?q=外街丁")).GetProperty("items")[0].GetProperty("phone").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.PostAsJsonAsync($"/api/v1/party/members/{member}/reveal", new { reason = "查看" })).StatusCode);
    }

    [Fact]
    public async Task On_the_pages_a_clerk_enters_a_member_who_adopts_by_address_and_ends_with_their_buildings()
    {
        var clerk = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, Street));
        var key = await ClerkAsync();
        var (free, code) = await FreeBuildingAsync(key, 6);
        var organisation = (await key.GetFromJsonAsync<JsonElement>("/api/v1/party/organisations?kind=Branch")).GetProperty("items")[0].GetProperty("id").GetString();
        var blank = await clerk.PageAsync("/desk/party/members/new");
        var refused = await clerk.SubmitAsync("/desk/party/members/new", blank, new() { ["Form.Name"] = "网页戊", ["Form.OrganisationId"] = organisation, ["Form.Kind"] = "Registered" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);   // a unit is missing
        var address = (await clerk.SubmitAsync("/desk/party/members/new", blank, new() { ["Form.Name"] = "网页戊", ["Form.OrganisationId"] = organisation, ["Form.Kind"] = "Registered", ["Form.HomeUnit"] = "区医院" })).GoesTo()!.Split('?')[0];

        var page = await clerk.PageAsync($"/desk/party/buildings/{free}");
        var choice = address.Split('/')[^1];
        Assert.NotNull((await clerk.SubmitAsync($"/desk/party/buildings/{free}", page, new() { ["Form.MemberId"] = choice, ["Form.BuildingId"] = free.ToString() }, "adopt")).GoesTo());
        Assert.Contains("网页戊", (await clerk.PageAsync($"/desk/party/buildings/{free}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(code, (await clerk.PageAsync($"/desk/party/buildings/{free}")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);

        page = await clerk.PageAsync(address);
        Assert.NotNull((await clerk.SubmitAsync(address, page, new() { ["Reason"] = "迁往外地" }, "end")).GoesTo());
        Assert.DoesNotContain("网页戊", (await key.GetFromJsonAsync<JsonElement>($"/api/v1/party/buildings/{free}")).GetProperty("adopters").EnumerateArray().Select(a => a.GetString()));
    }
}

public sealed class AdoptionsOnSqlite() : AdoptionTests("sqlite");

public sealed class AdoptionsOnPostgres() : AdoptionTests("postgres");
