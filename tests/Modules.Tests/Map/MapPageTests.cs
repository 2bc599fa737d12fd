using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Linli.Contracts.Addresses;
using Linli.Demo;
using Linli.Platform;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Map;

/// <summary>The map without script: a table that leads down the divisions, and lists.</summary>
public abstract class MapPageTests(string database) : MapTest(database)
{
    [Fact]
    public async Task The_table_leads_from_the_district_to_the_grid_and_counts_what_is_there()
    {
        var (grid, at) = Grid(5, 0, 0);
        await FileAsync(at);
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var page = await clerk.PageAsync("/desk/map");
        Assert.Equal(Divisions.Below(District).Select(street => street.Name), Rows(page).Select(row => row.QuerySelector(".row-link")!.TextContent));
        foreach (var length in (int[])[9, 12, 15])
        {
            var row = Assert.Single(Rows(page), row => row.QuerySelector(".row-link")!.GetAttribute("href") == "/desk/map?in=" + grid.Code[..length]);
            var cases = row.QuerySelector($"a[href='/desk/cases?division={grid.Code[..length]}']")!;
            Assert.True(int.Parse(cases.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) >= 1);
            page = await clerk.PageAsync(row.QuerySelector(".row-link")!.GetAttribute("href")!);
        }
        Assert.Equal(grid.Name, Assert.Single(Rows(page)).QuerySelector(".row-link")!.TextContent);   // below a grid is nothing but itself
        Assert.Equal(["/desk/map?in=" + District, "/desk/map?in=" + grid.Code[..9], "/desk/map?in=" + grid.Code[..12]], page.QuerySelectorAll(".crumbs a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_reader_begins_at_home_and_another_street_is_not_there()
    {
        var (own, other) = (Divisions.Below(District)[2], Divisions.Below(District)[3]);
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, own.Code));
        Assert.Equal(Divisions.Below(own.Code).Select(community => community.Name), Rows(await clerk.PageAsync("/desk/map")).Select(row => row.QuerySelector(".row-link")!.TextContent));
        var page = await clerk.PageAsync("/desk/map?in=" + other.Code);
        Assert.NotNull(page.QuerySelector("main .notice"));
        Assert.DoesNotContain(other.Name, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Layers_are_chosen_places_found_and_areas_asked_about_with_script_off()
    {
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        Assert.Equal(2, (await clerk.PageAsync("/desk/map?layer=&layer=places")).QuerySelectorAll("main thead th").Length);
        Assert.Equal(5, (await clerk.PageAsync("/desk/map")).QuerySelectorAll("main thead th").Length);

        var place = Somewhere();
        var found = (await clerk.PageAsync("/desk/map?q=" + Uri.EscapeDataString(place.Name))).QuerySelectorAll("main .links a").First(link => link.TextContent == place.Name);
        var there = await clerk.PageAsync(found.GetAttribute("href")!);
        Assert.Contains(Divisions.PathOf(place.GridCode), there.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);

        var area = Square(new(place.At.Lon, place.At.Lat), 100);
        var inside = await clerk.PageAsync("/desk/map?area=" + area);
        Assert.Contains(inside.QuerySelectorAll(".area-layer li"), item => item.TextContent.Contains(place.Name, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(inside.QuerySelector("a[download]")!.GetAttribute("href"), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.GetAsync("/desk/map?area=1,2", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_sand_table_of_a_division_shows_its_numbers_and_who_answers_for_it()
    {
        var (grid, at) = Grid(4, 1, 0);
        await FileAsync(at);
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.StreetClerk, grid.Code[..9]));
        var page = await clerk.PageAsync("/desk/sand-table/" + grid.Code[..12]);
        Assert.Equal(Divisions.Find(grid.Code[..12])!.Name, page.QuerySelector("h1")!.TextContent);
        Assert.NotEqual("0", page.QuerySelector($"a.stat[href='/desk/cases?division={grid.Code[..12]}'] .stat-value")!.TextContent);
        var street = SignIns.Plan.Units.First(unit => unit.DivisionCode == grid.Code[..9]);
        Assert.Contains(page.QuerySelectorAll("main .links a"), unit => unit.TextContent == street.Name);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/desk/sand-table/" + Divisions.Below(District)[0].Code, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/desk/sand-table", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_past_day_and_an_address_are_shown_with_script_off_and_the_page_for_paper_has_what_the_map_has()
    {
        using var clerk = await App.SignInAsync(App.DemoUser(DemoRole.DistrictClerk));
        var past = await clerk.PageAsync("/desk/map?layer=cases&when=2001-01-01");
        Assert.All(Rows(past), row => Assert.Equal("0", row.QuerySelectorAll("td")[^1].TextContent.Trim()));   // nothing was open then
        Assert.Equal("2001-01-01", past.QuerySelector("#map-when")!.GetAttribute("value"));
        Assert.Contains("when=2001-01-01", past.QuerySelector("a[data-view]")!.GetAttribute("href"), StringComparison.Ordinal);

        var (grid, at) = Grid(1, 2, 0);
        var paper = await clerk.PageAsync(string.Create(CultureInfo.InvariantCulture, $"/desk/map/print?in={grid.Code}&layer=cases&layer=needs&at={at.Lon:0.######},{at.Lat:0.######}&zoom=15.5"));
        Assert.Equal(grid.Name, paper.QuerySelector("h1")!.TextContent);
        Assert.Equal(["cases", "needs"], paper.QuerySelectorAll("[name=layer][checked]").Select(layer => layer.GetAttribute("value")));
        Assert.Contains("\"zoom\":15.5", paper.QuerySelector("linli-onemap")!.GetAttribute("data-facts"), StringComparison.Ordinal);
        Assert.Single(Rows(paper));

        var estate = DemoEstates.OfPlaces(SignIns.Plan, IDemoSeeder.Seed).First(estate => estate.Alias is not null);
        await Soon.HoldsAsync(() => App.Services.GetRequiredService<IAddresses>().Ready);
        Assert.NotEmpty((await clerk.PageAsync("/desk/map?q=" + Uri.EscapeDataString(estate.Alias!))).QuerySelectorAll("main .links a"));   // only the register knows that name
    }

    private static DemoPlace Somewhere() => SignIns.Plan.Places[7];

    private static IEnumerable<IElement> Rows(IParentNode page) => page.QuerySelectorAll("#map-counts tbody tr");
}

public sealed class MapPageOnSqlite() : MapPageTests("sqlite");

public sealed class MapPageOnPostgres() : MapPageTests("postgres");
