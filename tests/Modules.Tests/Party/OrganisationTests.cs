using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Demo;
using Linli.Party;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Party;

public abstract class OrganisationTests(string database) : ModuleTest(database)
{
    private const string Street = "990101003", Other = "990101004";

    private Task<HttpClient> ClerkAsync(string division = Street) => App.ApiKeyAsync(division, "party.see", "party.manage");

    private static async Task<Guid> AddAsync(HttpClient clerk, string name, string kind, string division, Guid? above = null)
    {
        var answer = await clerk.PostAsJsonAsync("/api/v1/party/organisations", new { name, kind, divisionCode = division, aboveId = above, secretary = "周书记", phone = "13900001234", memberCount = 12 });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<Guid>();
    }

    [Fact]
    public async Task One_stands_only_under_a_higher_kind_whose_division_contains_its_own()
    {
        var (clerk, community) = (await ClerkAsync(), Street + "001");
        var committee = await AddAsync(clerk, "测试党委", "Committee", Street);
        var general = await AddAsync(clerk, "测试总支", "GeneralBranch", community, committee);
        await AddAsync(clerk, "测试支部", "Branch", community, general);

        async Task RefusedAsync(object command, string field, string code)
        {
            var answer = await clerk.PostAsJsonAsync("/api/v1/party/organisations", command);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _), code);
        }

        await RefusedAsync(new { name = "倒置", kind = "Committee", divisionCode = community, aboveId = general, memberCount = 1 }, "aboveId", "a committee under a general branch");
        await RefusedAsync(new { name = "同级", kind = "GeneralBranch", divisionCode = community, aboveId = general, memberCount = 1 }, "aboveId", "two of one kind");
        await RefusedAsync(new { name = "越界", kind = "Branch", divisionCode = Street + "002", aboveId = general, memberCount = 1 }, "aboveId", "another community");
        await RefusedAsync(new { name = "别街", kind = "Branch", divisionCode = Other, memberCount = 1 }, "divisionCode", "another street");
        await RefusedAsync(new { id = general, version = 1, name = "测试总支", kind = "Group", divisionCode = community, aboveId = committee, memberCount = 1 }, "kind", "it has a branch below");

        var detail = await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/party/organisations/{general}");
        Assert.Equal("测试党委", detail.GetProperty("above").GetString());
        Assert.Equal("测试支部", detail.GetProperty("below")[0].GetProperty("name").GetString());
        Assert.Equal("139****1234", detail.GetProperty("phone").GetString());
    }

    [Fact]
    public async Task A_stale_change_gets_409_and_one_that_others_belong_to_is_not_ended()
    {
        var clerk = await ClerkAsync();
        var committee = await AddAsync(clerk, "结束党委", "Committee", Street);
        var branch = await AddAsync(clerk, "结束支部", "Branch", Street, committee);
        var change = new { id = branch, version = 1, name = "结束支部二", kind = "Branch", divisionCode = Street, aboveId = committee, memberCount = 20 };
        Assert.Equal(HttpStatusCode.OK, (await clerk.PostAsJsonAsync("/api/v1/party/organisations", change)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync("/api/v1/party/organisations", change)).StatusCode);

        var refused = await clerk.PostAsJsonAsync($"/api/v1/party/organisations/{committee}/end", new { version = 1, reason = "撤并" });
        Assert.Equal("party.still-has-below", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/party/organisations/{branch}/end", new { version = 2, reason = "撤并" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/party/organisations/{committee}/end", new { version = 1, reason = "撤并" })).StatusCode);
        Assert.Equal(0, (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/party/organisations?q=结束")).GetProperty("total").GetInt32());
        Assert.Equal("撤并", (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/party/organisations/{branch}")).GetProperty("endReason").GetString());
    }

    [Fact]
    public async Task A_phone_is_revealed_for_a_reason_that_is_logged_and_another_street_sees_nothing()
    {
        var clerk = await ClerkAsync();
        var branch = await AddAsync(clerk, "揭示支部", "Branch", Street);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/party/organisations/{branch}/reveal", new { reason = "" })).StatusCode);
        var shown = await clerk.PostAsJsonAsync($"/api/v1/party/organisations/{branch}/reveal", new { reason = "通知开会" });
        Assert.Equal("13900001234", await shown.Content.ReadFromJsonAsync<string>());
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(a => a.Action == "party.reveal-secretary" && a.Subject == $"party-organisation/{branch}"));
        Assert.DoesNotContain("13900001234", System.Text.Encoding.UTF8.GetString((await db.Organisations.SingleAsync(o => o.Id == branch)).Phone!), StringComparison.Ordinal);

        var foreign = await ClerkAsync(Other);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/api/v1/party/organisations/{branch}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/party/organisations/{branch}/reveal", new { reason = "通知开会" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/party/organisations/{branch}/end", new { version = 1, reason = "越界" })).StatusCode);
        Assert.Equal(0, (await foreign.GetFromJsonAsync<JsonElement>("/api/v1/party/organisations?q=揭示")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_page_adds_changes_and_shows_the_conflict_without_script()
    {
        var clerk = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, Street));
        var blank = await clerk.PageAsync("/desk/party/new");
        var fields = new Dictionary<string, string?> { ["Form.Name"] = "网页支部", ["Form.Kind"] = "Branch", ["Form.DivisionCode"] = Street, ["Form.MemberCount"] = "9" };
        Assert.NotNull((await (await clerk.SubmitAsync("/desk/party/new", blank, new() { ["Form.DivisionCode"] = Street })).PageAsync()).QuerySelector(".is-invalid, [aria-invalid=true]"));
        var address = (await clerk.SubmitAsync("/desk/party/new", blank, fields)).GoesTo()!.Split('?')[0];
        var page = await clerk.PageAsync(address);
        Assert.Contains("网页支部", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await clerk.SubmitAsync(address, page, new() { ["Form.Name"] = "网页支部甲" }, "organisation")).GoesTo());
        var stale = await clerk.SubmitAsync(address, page, new() { ["Form.Name"] = "网页支部乙" }, "organisation");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("网页支部甲", (await clerk.PageAsync("/desk/party?q=网页支部")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}

public sealed class OrganisationsOnSqlite() : OrganisationTests("sqlite");

public sealed class OrganisationsOnPostgres() : OrganisationTests("postgres");
