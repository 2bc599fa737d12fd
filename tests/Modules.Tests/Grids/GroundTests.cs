using Linli.Contracts.Grids;
using Linli.Worktime;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Grids;

public abstract class GroundTests(string database) : ModuleTest(database)
{
    private T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    [Fact]
    public void The_demo_district_has_its_streets_communities_and_grids()
    {
        var divisions = Get<IDivisions>();
        var streets = divisions.Below("990101");
        Assert.Equal(6, streets.Count);
        var communities = streets.SelectMany(s => divisions.Below(s.Code)).ToList();
        Assert.Equal(23, communities.Count);
        Assert.Equal(230, communities.Sum(c => divisions.Below(c.Code).Count));
        Assert.Contains("9901", divisions.Below(null).Select(d => d.Code));
    }

    [Fact]
    public async Task A_place_lies_in_the_grid_that_it_is_listed_under()
    {
        var place = (await Get<IPlaces>().SearchAsync("路", "990101", 1, default)).Single();
        var grid = Get<IDivisions>().Locate(place.Longitude, place.Latitude);
        Assert.Equal((place.DivisionCode, DivisionLevel.Grid), (grid?.Code, grid?.Level));
        Assert.Equal(3, Get<IDivisions>().PathOf(place.DivisionCode).Split(' ').Length);
        Assert.Null(Get<IDivisions>().Locate(0, 0));
        Assert.Equal("123", Get<IDivisions>().PathOf("123"));
    }

    [Fact]
    public void There_are_45_units_and_each_knows_the_one_above_it()
    {
        var units = Get<IUnits>();
        Assert.Equal(45, units.All.Count(u => u.Code.Contains('U', StringComparison.Ordinal)));
        Assert.All(units.All, unit => Assert.True(unit.ParentId is not { } parent || units.Find(parent) is not null));
        Assert.Equal(units.All[3], units.FindByCode(units.All[3].Code));
    }

    [Fact]
    public void A_centre_never_closes_and_a_bureau_keeps_office_hours_and_holidays()
    {
        var (calendars, units) = (Get<ICalendars>(), Get<IUnits>().All);
        var nationalDay = new DateTimeOffset(2026, 10, 1, 2, 0, 0, TimeSpan.Zero);
        Assert.True(calendars.For(units.First(u => u.Kind is UnitKind.Centre).Id).IsOpen(nationalDay));
        var bureau = calendars.For(units.First(u => u.Kind is UnitKind.Bureau).Id);
        Assert.False(bureau.IsOpen(nationalDay));
        Assert.Equal(DayKind.Holiday, bureau.Day(new(2026, 10, 1)).Kind);
        Assert.Same(calendars.For(null), bureau);
    }
}

public sealed class GroundOnSqlite() : GroundTests("sqlite");

public sealed class GroundOnPostgres() : GroundTests("postgres");
