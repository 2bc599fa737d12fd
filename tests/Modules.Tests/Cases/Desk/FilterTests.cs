using System.Net;
using System.Net.Http.Json;
using Linli.Cases;
using Linli.Cases.SavedFilters;
using Linli.Demo;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Platform.Access;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Modules.Tests.Cases.Desk;

public abstract class FilterTests(string database) : DeskTest(database)
{
    [Fact]
    public async Task The_filter_of_a_list_is_saved_under_a_name_and_stands_above_the_list_with_its_count()
    {
        var (clerk, filed, name) = (await ClerkAsync(), await FileAsync(), NewName());
        var list = $"/desk/cases?status=received&q={filed.Number}";
        Assert.Equal(list, (await clerk.SubmitAsync(list, new() { ["Form.Name"] = name }, "filter")).GoesTo());
        var tab = (await clerk.PageAsync("/desk/cases?status=all")).QuerySelectorAll(".tabs a").Single(a => a.TextContent.Contains(name, StringComparison.Ordinal));
        Assert.Equal((list, "1"), (tab.GetAttribute("href"), tab.QuerySelector(".count")!.TextContent));
        Assert.Equal("page", (await clerk.PageAsync(list)).QuerySelectorAll(".tabs a").Single(a => a.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("aria-current"));
        Assert.DoesNotContain(name, await (await CentreAsync()).GetStringAsync("/api/v1/filters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_with_all_it_finds_for_each_reader_only_what_they_see_and_sharing_needs_the_permission()
    {
        var (centre, clerk, filed, name) = (await CentreAsync(), await ClerkAsync(OtherStreet), await FileAsync(), NewName());
        var query = $"?status=all&q={filed.Number}";
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostAsJsonAsync("/api/v1/filters", new { name, query, reach = "all" })).StatusCode);
        var id = await SaveAsync(centre, name, query, "all");
        Assert.Equal((1, 0), (await CountAsync(centre, id), await CountAsync(clerk, id)));
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PutAsJsonAsync($"/api/v1/filters/{id}", new { name = "别人的", version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await centre.DeleteAsync($"/api/v1/filters/{id}?version=1")).StatusCode);
    }

    [Fact]
    public async Task Shared_with_the_unit_its_people_have_it_and_others_do_not()
    {
        var (found, _, handler) = await DispatchedAsync();
        var id = await SaveAsync(handler, NewName(), "?due=overdue", "unit");
        var colleague = await App.ApiKeyAsync("990101", found.UnitId, [CasesPolicies.See]);
        Assert.Contains(id.ToString(), await colleague.GetStringAsync("/api/v1/filters"), StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), await (await HandlerOfAsync(OtherUnit(found))).GetStringAsync("/api/v1/filters"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await App.ApiKeyAsync("990101", CasesPolicies.See)).PostAsJsonAsync("/api/v1/filters", new { name = "无单位", query = "", reach = "unit" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await handler.DeleteAsync($"/api/v1/filters/{id}?version=1")).StatusCode);
    }

    [Fact]
    public async Task One_filter_may_be_how_the_list_begins_until_it_is_removed()
    {
        var clerk = await App.SignInAsync(App.DemoUser(DemoRole.Supervisor));
        var query = "?status=handled&level=2";
        var id = await SaveAsync(clerk, NewName(), query, "mine");
        Assert.Equal("/desk/cases" + query, (await clerk.SubmitAsync("/desk/cases" + query, [], "filter-first")).GoesTo());
        Assert.Equal("/desk/cases" + query, (await clerk.GetAsync("/desk/cases")).GoesTo());
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/desk/cases?status=open")).StatusCode);
        var removed = await clerk.SubmitAsync("/desk/cases" + query, new() { ["Gone"] = "true" }, "filter-change");
        Assert.Equal("/desk/cases" + query, removed.GoesTo());
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/desk/cases")).StatusCode);
        Assert.False(await App.ReadAsync(db => db.FirstFilters.AnyAsync(f => f.FilterId == id)));
    }

    [Fact]
    public async Task It_is_renamed_by_the_version_one_saw_and_what_makes_no_sense_is_refused()
    {
        var (clerk, name) = (await ClerkAsync(), NewName());
        var id = await SaveAsync(clerk, NewName(), "?status=nonsense&unknown=1&due=soon&page=7", "mine");
        Assert.Equal("?status=nonsense&due=soon", await App.ReadAsync(db => db.SavedFilters.Where(f => f.Id == id).Select(f => f.Query).SingleAsync()));
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PutAsJsonAsync($"/api/v1/filters/{id}", new { name, version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PutAsJsonAsync($"/api/v1/filters/{id}", new { name = "慢了", version = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PutAsJsonAsync($"/api/v1/filters/{id}", new { name = "", version = 2 })).StatusCode);
        Assert.Equal(name, await App.ReadAsync(db => db.SavedFilters.Where(f => f.Id == id).Select(f => f.Name).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await ClerkAsync(OtherStreet)).DeleteAsync($"/api/v1/filters/{id}?version=2")).StatusCode);
    }

    private Task<HttpClient> CentreAsync() => App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));

    private static string NewName() => "筛选" + Guid.NewGuid().ToString("N")[..8];

    private static async Task<Guid> SaveAsync(HttpClient who, string name, string query, string reach)
    {
        var answer = await who.PostAsJsonAsync("/api/v1/filters", new { name, query, reach });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<Guid>();
    }

    private static async Task<int> CountAsync(HttpClient who, Guid id) =>
        (await JsonAsync(who, "/api/v1/filters")).EnumerateArray().Single(f => f.GetProperty("id").GetGuid() == id).GetProperty("count").GetInt32();
}

public sealed class FilterOnSqlite() : FilterTests("sqlite");

public sealed class FilterOnPostgres() : FilterTests("postgres");
