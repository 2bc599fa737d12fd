using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Contracts.Grids;
using Linli.Grids;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Grids;

public abstract class TeamTests(string database) : ModuleTest(database)
{
    private const string Phone = "10030099887";

    private IDivisions Divisions => App.Services.GetRequiredService<IDivisions>();

    private string Grid(int street, int place) => Divisions.Below(Divisions.Below(Divisions.Below("990101")[street].Code)[0].Code)[place].Code;

    private static async Task<Guid> JoinAsync(HttpClient clerk, string grid, string name)
    {
        var joined = await clerk.PostAsJsonAsync($"/api/v1/grids/{grid}/team", new { role = "volunteer", name, phone = Phone, hours = "6-7 09:00-12:00" });
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        return await joined.Content.ReadFromJsonAsync<Guid>();
    }

    [Fact]
    public async Task A_phone_is_kept_encrypted_shown_masked_and_revealed_for_a_reason()
    {
        var grid = Grid(4, 0);
        var clerk = await App.ApiKeyAsync(grid[..9], "grids.see", "grids.manage-teams");
        var id = await JoinAsync(clerk, grid, "罗志愿");
        var line = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/grids/" + grid)).GetProperty("team").EnumerateArray().Single(m => m.GetProperty("id").GetGuid() == id);
        Assert.Equal("100****9887", line.GetProperty("phone").GetString());
        await using var scope = App.Services.CreateAsyncScope();
        var stored = (await scope.ServiceProvider.GetRequiredService<AppDb>().TeamMembers.SingleAsync(m => m.Id == id)).Phone!;
        Assert.Equal(Phone, scope.ServiceProvider.GetRequiredService<FieldCipher>().Unprotect(stored, TeamMember.PhonePurpose));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync($"/api/v1/team-members/{id}/reveal", new { })).StatusCode);
        Assert.Equal(Phone, await (await clerk.PostAsJsonAsync($"/api/v1/team-members/{id}/reveal", new { reason = "联系排班" })).Content.ReadFromJsonAsync<string>());
        var foreign = await App.ApiKeyAsync(Grid(5, 0)[..9], "grids.see", "grids.manage-teams");
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.PostAsJsonAsync($"/api/v1/team-members/{id}/reveal", new { reason = "联系排班" })).StatusCode);
    }

    [Fact]
    public async Task Who_leaves_is_remembered_among_the_former()
    {
        var grid = Grid(4, 1);
        var clerk = await App.ApiKeyAsync(grid[..9], "grids.see", "grids.manage-teams");
        var id = await JoinAsync(clerk, grid, "莫志愿");
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"/api/v1/grids/{grid}/team/{id}/leave", new { version = 9 })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/grids/{grid}/team/{id}/leave", new { version = 1 })).StatusCode);
        var team = await clerk.GetFromJsonAsync<JsonElement>("/api/v1/grids/" + grid);
        Assert.DoesNotContain(team.GetProperty("team").EnumerateArray(), m => m.GetProperty("id").GetGuid() == id);
        Assert.Contains(team.GetProperty("former").EnumerateArray(), m => m.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task The_page_takes_somebody_in_and_says_what_is_missing()
    {
        var grid = Grid(4, 2);
        var clerk = await App.SignInAsync(App.DemoUser(Demo.DemoRole.StreetClerk, grid[..9]));
        var wrong = await clerk.SubmitAsync("/desk/grids/" + grid, new() { ["Form.Role"] = "Doctor", ["Form.Hours"] = "随时" }, "join-team");
        var summary = (await wrong.PageAsync()).QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("请填写姓名", summary, StringComparison.Ordinal);
        Assert.Contains("1-5 09:00", summary, StringComparison.Ordinal);
        var sent = await clerk.SubmitAsync("/desk/grids/" + grid, new() { ["Form.Role"] = "Doctor", ["Form.Name"] = "龚大夫", ["Form.Phone"] = Phone }, "join-team");
        Assert.Equal($"/desk/grids/{grid}?saved=true", sent.GoesTo());
        var page = await clerk.PageAsync("/desk/grids/" + grid);
        Assert.Contains("龚大夫", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, page.Body.TextContent, StringComparison.Ordinal);
        var handler = page.QuerySelectorAll("form").Single(f => f.Closest("tr")?.TextContent.Contains("龚大夫", StringComparison.Ordinal) is true && f.QuerySelector("[name=Reason]") is not null).QuerySelector("[name=_handler]")!.GetAttribute("value");
        Assert.Contains(Phone, (await (await clerk.SubmitAsync("/desk/grids/" + grid, page, new() { ["Reason"] = "预约上门" }, handler)).PageAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_tells_which_part_a_team_lacks_and_the_export_masks_phones()
    {
        var street = Grid(5, 0)[..9];
        var clerk = await App.SignInAsync(App.DemoUser(Demo.DemoRole.StreetClerk, street));
        var all = await clerk.GetFromJsonAsync<JsonElement>("/api/v1/grids?under=" + street);
        Assert.True(all.GetProperty("total").GetInt32() > 20);
        var lacking = (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/grids?under={street}&lacks=Volunteers")).GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(lacking);
        Assert.All(lacking, g => Assert.False(g.GetProperty("parts").TryGetProperty("Volunteers", out _)));
        Assert.Contains("替补中", (await clerk.PageAsync("/desk/grids?state=StoodIn")).QuerySelector("table.list")!.TextContent, StringComparison.Ordinal);
        var csv = await clerk.GetStringAsync("/api/v1/grids/teams.csv?under=" + street);
        var lines = csv.TrimEnd().Split("\r\n");
        Assert.StartsWith("grid,place,part,role,name,phone", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.StartsWith(street, line, StringComparison.Ordinal));
        Assert.Contains(",100****", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("1003[0-9]{7}", csv);
    }
}

public sealed class TeamOnSqlite() : TeamTests("sqlite");

public sealed class TeamOnPostgres() : TeamTests("postgres");
