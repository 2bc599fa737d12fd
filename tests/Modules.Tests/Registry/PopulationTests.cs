using System.Net;
using System.Net.Http.Json;
using Linli.Demo;
using Linli.Registry;
using Linli.Testing;

namespace Linli.Modules.Tests.Registry;

public abstract class PopulationTests(string database) : RegistryTest(database)
{
    private const string Api = "/api/v1/registry/population";

    [Fact]
    public async Task A_community_is_counted_grid_by_grid_by_age_and_sex_and_small_groups_are_not_shown()
    {
        // A grid of a street in which other tests add nobody.
        var grid = SignIns.Plan.Divisions.Last(d => d.Level is DemoLevel.Grid && d.Code.StartsWith("990101006", StringComparison.Ordinal)).Code;
        var key = await App.ApiKeyAsync(grid[..12], "registry.see", "registry.write");
        var before = await GridAsync();
        foreach (var year in (int[])[2020, 2010, 2000, 1990, 1970, 1950, 1935])   // enough of every age, so that none hides the others
            for (var i = 0; i < SmallGroups.Least; i++) await AddAsync(key, "person", new { name = "人口测试", born = $"{year}-01-01", sex = i % 2 == 0 ? "f" : "m" }, grid);
        var after = await GridAsync();
        Assert.InRange(after.People - (before.People ?? 0) ?? 0, 7 * SmallGroups.Least, 8 * SmallGroups.Least - 1);   // before, fewer than may be shown
        Assert.True(after.Old >= SmallGroups.Least);
        Assert.DoesNotContain(after.All, count => count is > 0 and < SmallGroups.Least);

        async Task<(int? People, int? Old, IEnumerable<int?> All)> GridAsync()
        {
            var structure = (await key.GetFromJsonAsync<PopulationStructure>($"{Api}?division={grid[..12]}"))!;
            var row = structure.Parts.Select((part, i) => (part.Code, i)).Single(p => p.Code == grid).i;
            var age = structure.Groups.Single(g => g.Key == "age");
            return (structure.Parts[row].People, age.Counts[row][age.Values.ToList().IndexOf("60-79")], structure.Groups.SelectMany(g => g.Counts.SelectMany(c => c)));
        }
    }

    [Fact]
    public async Task The_page_leads_from_the_district_down_and_no_further_than_ones_own_divisions()
    {
        var district = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var page = await district.PageAsync("/desk/registry/population");
        Assert.Contains("/desk/registry/population?division=990101001", page.QuerySelectorAll("main table a.row-link").Select(a => a.GetAttribute("href")));
        var clerk = await ClerkAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{Api}?division={OtherStreet}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/desk/registry/population?division={OtherStreet}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/desk/registry/population")).StatusCode);
    }
}

public sealed class PopulationOnSqlite() : PopulationTests("sqlite");

public sealed class PopulationOnPostgres() : PopulationTests("postgres");
