using System.Net;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Testing;
using Linli.Worktime;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Grids;

public abstract class GridsPagesTests(string database) : ModuleTest(database)
{
    private Task<HttpClient> As(string role, string division = "") => App.SignInAsync(App.DemoUser(role, division));

    private IReadOnlyList<Division> Streets => App.Services.GetRequiredService<IDivisions>().Below("990101");

    [Fact]
    public async Task A_clerk_walks_down_the_tree_and_meets_the_grid_workers()
    {
        var clerk = await As(DemoRole.DistrictClerk);
        var top = await clerk.PageAsync("/desk/divisions");
        Assert.Equal(6, top.QuerySelectorAll("table.list tbody tr").Length);
        Assert.NotNull(top.QuerySelector("linli-map[data-areas='/api/v1/map/divisions?level=Street&under=990101']"));
        var street = await clerk.PageAsync("/desk/divisions/" + Streets[0].Code);
        Assert.Contains(Streets[0].Name, street.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("网格员", street.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("这里没有网格员", street.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_of_a_street_sees_neither_another_street_nor_its_units()
    {
        var clerk = await As(DemoRole.StreetClerk, Streets[0].Code);
        var other = App.Services.GetRequiredService<IUnits>().All.First(u => u.DivisionCode == Streets[1].Code);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/desk/divisions/" + Streets[1].Code)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/desk/units/" + other.Id)).StatusCode);
        Assert.DoesNotContain(other.Name, await clerk.GetStringAsync("/desk/units"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_too_late_sees_both_sides_and_may_save_again()
    {
        var admin = await As(DemoRole.Admin);
        var made = await admin.SubmitAsync("/desk/units/new", new()
        {
            ["Facts.Code"] = "page-1", ["Facts.Name"] = "页面测试队", ["Facts.Kind"] = "Team", ["Facts.DivisionCode"] = Streets[0].Code, ["Facts.Active"] = "true",
        });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var address = new Uri(new Uri("http://localhost"), made.GoesTo()!).AbsolutePath;
        var page = await admin.PageAsync(address);   // two browsers have it open
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(address, page, new() { ["Facts.Name"] = "先改的" }, "edit-unit")).StatusCode);
        var late = await admin.SubmitAsync(address, page, new() { ["Facts.Name"] = "后改的" }, "edit-unit");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.PageAsync();
        Assert.Equal(["后改的", "先改的"], both.QuerySelectorAll("main table td").Skip(1).Select(td => td.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(address, both, [], "edit-unit")).StatusCode);
        Assert.Equal("后改的", App.Services.GetRequiredService<IUnits>().FindByCode("page-1")!.Name);
    }

    [Fact]
    public async Task A_form_that_is_wrong_keeps_what_was_typed_and_says_what_to_mend()
    {
        var admin = await As(DemoRole.Admin);
        var answer = await admin.SubmitAsync("/desk/units/new", new() { ["Facts.Code"] = "含 空格", ["Facts.Name"] = "留住我", ["Facts.OfficeHours"] = "随时" });
        var page = await answer.PageAsync();
        Assert.Equal("留住我", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Contains("编码由字母、数字和短横组成", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请选择单位类型", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_names_its_source_and_computes_deadlines()
    {
        var clerk = await As(DemoRole.StreetClerk, Streets[0].Code);
        var page = await clerk.PageAsync("/desk/calendar?year=2026&from=2026-09-30T15:00&amount=3&unit=WorkingDays");
        Assert.Contains("国办发明电〔2025〕7号", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll("table.month").Length);
        Assert.Contains("国庆", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[name='Form.Day']"));   // a street does not move everybody's deadlines
        Assert.Contains("尚未录入", (await clerk.PageAsync("/desk/calendar?year=2031")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_local_day_moves_the_calendar_until_it_is_taken_back()
    {
        await using var app = await LinliApp.StartAsync(Database);   // the calendar is for all divisions, and other tests add foreign ones
        var admin = await app.SignInAsync(app.DemoUser(DemoRole.Admin));
        var calendars = app.Services.GetRequiredService<ICalendars>();
        Dictionary<string, string?> day = new() { ["Form.Day"] = "2025-03-12", ["Form.Kind"] = "Off", ["Form.Name"] = "台风停工" };
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync("/desk/calendar?year=2025", day, "add-day")).StatusCode);
        Assert.Equal((DayKind.Holiday, "台风停工"), (calendars.For(null).Day(new(2025, 3, 12)).Kind, calendars.For(null).Day(new(2025, 3, 12)).Holiday?.Name));
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync("/desk/calendar?year=2025", day, "add-day")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync("/desk/calendar?year=2025", [], "remove-20250312")).StatusCode);
        Assert.Equal(DayKind.Office, calendars.For(null).Day(new(2025, 3, 12)).Kind);
    }

    [Theory]
    [InlineData("2025-10-02", "Worked", DayKind.Office)]     // within National Day
    [InlineData("2025-10-11", "Off", DayKind.Holiday)]       // a make-up day of it
    public async Task A_local_day_is_cut_out_of_the_national_arrangement(string day, string kind, DayKind becomes)
    {
        await using var app = await LinliApp.StartAsync(Database);   // the calendar is for all divisions, and other tests add foreign ones
        var admin = await app.SignInAsync(app.DemoUser(DemoRole.Admin));
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var before = app.Services.GetRequiredService<ICalendars>().For(null).Day(date).Kind;
        await admin.SubmitAsync("/desk/calendar?year=2025", new() { ["Form.Day"] = day, ["Form.Kind"] = kind, ["Form.Name"] = "本地" }, "add-day");
        Assert.Equal(becomes, app.Services.GetRequiredService<ICalendars>().For(null).Day(date).Kind);
        await admin.SubmitAsync("/desk/calendar?year=2025", [], $"remove-{date:yyyyMMdd}");
        Assert.Equal(before, app.Services.GetRequiredService<ICalendars>().For(null).Day(date).Kind);
    }
}

public sealed class GridsPagesOnSqlite() : GridsPagesTests("sqlite");

public sealed class GridsPagesOnPostgres() : GridsPagesTests("postgres");
