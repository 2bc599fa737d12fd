using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Contracts.Grids;
using Linli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Grids;

public abstract class EditUnitTests(string database) : ModuleTest(database)
{
    private string Street(int index) => App.Services.GetRequiredService<IDivisions>().Below("990101")[index].Code;

    private Task<HttpClient> Manager(string division) => App.ApiKeyAsync(division, "grids.see", "grids.manage");

    private static object Facts(string code, string division, int version = 0, string name = "测试队", string? hours = null, Guid? parent = null) =>
        new { code, version, name, kind = "team", divisionCode = division, officeHours = hours, parentId = parent, dutyPhone = "10000000000", active = true };

    private static async Task<JsonElement> Create(HttpClient client, string code, string division)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/units", Facts(code, division));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await client.GetFromJsonAsync<JsonElement>(answer.Headers.Location);
    }

    [Fact]
    public async Task The_second_of_two_editors_gets_both_sides()
    {
        var client = await Manager("990101");
        var id = (await Create(client, "edit-1", Street(0))).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsJsonAsync($"/api/v1/units/{id}", Facts("", Street(0), 1, "先改的"))).StatusCode);
        var late = await client.PutAsJsonAsync($"/api/v1/units/{id}", Facts("", Street(0), 1, "后改的"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var current = (await late.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("current");
        Assert.Equal(("先改的", 2), (current.GetProperty("name").GetString(), current.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_street_changes_its_own_units_only_and_cannot_move_one_elsewhere()
    {
        var (district, street) = (await Manager("990101"), await Manager(Street(0)));
        var (own, foreign) = ((await Create(district, "edit-2", Street(0))).GetProperty("id").GetGuid(), (await Create(district, "edit-3", Street(1))).GetProperty("id").GetGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await street.PutAsJsonAsync($"/api/v1/units/{foreign}", Facts("", Street(1), 1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await street.PutAsJsonAsync($"/api/v1/units/{own}", Facts("", Street(1), 1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await street.PostAsJsonAsync("/api/v1/units", Facts("edit-4", "990101"))).StatusCode);
        var reader = await App.ApiKeyAsync("990101", "grids.see");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PutAsJsonAsync($"/api/v1/units/{own}", Facts("", Street(0), 1))).StatusCode);
    }

    [Fact]
    public async Task New_office_hours_are_the_calendar_at_once()
    {
        var client = await Manager("990101");
        var id = (await Create(client, "edit-5", Street(0))).GetProperty("id").GetGuid();
        var saturday = new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
        var calendars = App.Services.GetRequiredService<ICalendars>();
        Assert.False(calendars.For(id).IsOpen(saturday));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PutAsJsonAsync($"/api/v1/units/{id}", Facts("", Street(0), 1, hours: "每天"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsJsonAsync($"/api/v1/units/{id}", Facts("", Street(0), 1, hours: "1-6 08:00-18:00"))).StatusCode);
        Assert.True(calendars.For(id).IsOpen(saturday));
    }

    [Fact]
    public async Task A_code_is_given_once_and_nobody_stands_above_himself()
    {
        var client = await Manager("990101");
        var id = (await Create(client, "edit-6", Street(0))).GetProperty("id").GetGuid();
        var twice = await client.PostAsJsonAsync("/api/v1/units", Facts("edit-6", Street(0)));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        Assert.Equal("这个编码已被使用", (await twice.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("code")[0].GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PutAsJsonAsync($"/api/v1/units/{id}", Facts("", Street(0), 1, parent: id))).StatusCode);
    }
}

public sealed class EditUnitOnSqlite() : EditUnitTests("sqlite");

public sealed class EditUnitOnPostgres() : EditUnitTests("postgres");
