using System.Net;
using System.Net.Http.Json;
using Linli.Registry;
using Linli.Testing;

namespace Linli.Modules.Tests.Registry;

public abstract class LinkTests(string database) : RegistryTest(database)
{
    [Fact]
    public async Task Who_lives_in_a_house_stands_on_the_page_of_both_until_they_move()
    {
        var clerk = await ClerkAsync();
        var (person, house) = (await AddAsync(clerk, "person", new { name = "住户测试" }), await AddAsync(clerk, "house", new { name = "关联里" + Guid.CreateVersion7().ToString("N")[20..], use = "rented" }));
        var page = await clerk.PageAsync($"/desk/registry/{person.Id}/link?q={house.Title}");
        var linked = await clerk.SubmitAsync($"/desk/registry/{person.Id}/link?q={house.Title}", page, new() { ["Form.ToId"] = house.Id.ToString(), ["Form.Kind"] = "LivesIn" }, "link-records");
        Assert.Equal($"/desk/registry/{person.Id}?done=link", linked.GoesTo());
        var (forth, back) = (Assert.Single(await LinksAsync(clerk, person.Id)), Assert.Single(await LinksAsync(clerk, house.Id)));
        Assert.Equal((true, house.Id, false, person.Id), (forth.Forward, forth.OtherId, back.Forward, back.OtherId));
        Assert.Contains("住**", (await clerk.PageAsync($"/desk/registry/{house.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"{Records}/{person.Id}/links", new { kind = "livesIn", toId = house.Id })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"{Records}/{house.Id}/links/{back.Id}/end", new { })).StatusCode);
        Assert.NotNull(Assert.Single(await LinksAsync(clerk, person.Id)).ValidTo);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"{Records}/{house.Id}/links/{back.Id}/end", new { })).StatusCode);
    }

    [Fact]
    public async Task Records_that_do_not_belong_together_so_are_not_linked()
    {
        var clerk = await ClerkAsync();
        var (person, house) = (await AddAsync(clerk, "person", new { name = "关系测试" }), await AddAsync(clerk, "house", new { name = "关系里1号", use = "owned" }));
        foreach (var (from, kind, to) in new[] { (house.Id, "livesIn", person.Id), (person.Id, "memberOf", house.Id), (person.Id, "caresFor", person.Id) })
            Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"{Records}/{from}/links", new { kind, toId = to })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"{Records}/{person.Id}/links", new { kind = "livesIn", toId = Guid.NewGuid() })).StatusCode);
    }

    [Fact]
    public async Task A_record_of_another_street_is_neither_linked_nor_shown()
    {
        var (clerk, other) = (await ClerkAsync(), await ClerkAsync(OtherStreet));
        var (person, house) = (await AddAsync(clerk, "person", new { name = "越界测试" }), await AddAsync(other, "house", new { name = "越界里1号", use = "owned" }, GridOf(OtherStreet)));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"{Records}/{person.Id}/links", new { kind = "livesIn", toId = house.Id })).StatusCode);
        var district = await App.ApiKeyAsync("990101", "registry.see", "registry.write");
        Assert.Equal(HttpStatusCode.Created, (await district.PostAsJsonAsync($"{Records}/{person.Id}/links", new { kind = "livesIn", toId = house.Id })).StatusCode);
        Assert.Single(await LinksAsync(district, person.Id));
        Assert.Empty(await LinksAsync(clerk, person.Id));
    }

    private static async Task<List<LinkDetails>> LinksAsync(HttpClient who, Guid id) => (await who.GetFromJsonAsync<List<LinkDetails>>($"{Records}/{id}/links", Platform.Texts.Json.Readable))!;
}

public sealed class LinkOnSqlite() : LinkTests("sqlite");

public sealed class LinkOnPostgres() : LinkTests("postgres");
