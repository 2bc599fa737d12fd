using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Linli.Addresses;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Grids;
using Linli.Modules.Tests.Cases.Resident;
using Linli.Modules.Tests.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Registry;
using Linli.StandardAddresses;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;

namespace Linli.Modules.Tests.Grids;

/// <summary>A district of the class's own: the ground is everybody's.</summary>
public sealed class OwnDistrict : IAsyncDisposable
{
    private LinliApp? app;

    public async Task<LinliApp> OnAsync(string database) => app ??= await LinliApp.StartAsync(database);

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>Each test redraws a street of its own.</summary>
public abstract class RedrawTests(string database, OwnDistrict district) : IClassFixture<OwnDistrict>, IAsyncLifetime
{
    private LinliApp app = null!;
    private HttpClient clerk = null!;

    public async ValueTask InitializeAsync()
    {
        app = await district.OnAsync(database);
        clerk = await app.ApiKeyAsync("990101", "grids.see", "grids.redraw", "grids.manage-teams", "cases.see", "cases.report");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private IDivisions Divisions => app.Services.GetRequiredService<IDivisions>();

    private IReadOnlyList<Division> Grids(int street, int community) => Divisions.Below(Divisions.Below(Divisions.Below("990101")[street].Code)[community].Code);

    private static string Today(int days = 0) => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Geometry> ShapeAsync(string code) =>
        GeoJson.ReadGeometry((await clerk.GetFromJsonAsync<JsonElement>("/api/v1/divisions/" + code)).GetProperty("boundary").GetRawText());

    private static Geometry[] Cut(Geometry whole, double along = 0.5, double gap = 0)
    {
        var box = whole.EnvelopeInternal;
        var x = box.MinX + box.Width * along;
        Polygon Side(double from, double to) => new(new LinearRing([new(from, box.MinY - 1), new(to, box.MinY - 1), new(to, box.MaxY + 1), new(from, box.MaxY + 1), new(from, box.MinY - 1)]));
        return [whole.Intersection(Side(box.MinX - 1, x)), whole.Intersection(Side(x + gap, box.MaxX + 1))];
    }

    private static string Shapes(string property, params (string Value, Geometry Shape)[] parts)
    {
        using var stream = new MemoryStream();
        GeoJson.Write(stream, parts.Select(part => new GeoFeature(part.Shape, new Dictionary<string, JsonElement> { [property] = JsonSerializer.SerializeToElement(part.Value) })));
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private async Task<object> SplitAsync(string grid, string effectiveOn, double gap = 0)
    {
        var halves = Cut(await ShapeAsync(grid), gap: gap);
        return new { kind = "split", grids = new[] { grid }, effectiveOn, shapes = Shapes("name", ("西网格", halves[0]), ("东网格", halves[1])) };
    }

    private async Task<JsonElement> DoAsync(object command)
    {
        var made = await clerk.PostAsJsonAsync("/api/v1/redraws", command);
        Assert.True(made.StatusCode is HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        return await clerk.GetFromJsonAsync<JsonElement>(made.Headers.Location);
    }

    private static string[] Codes(JsonElement redraw) => [.. redraw.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("code").GetString()!)];

    private async Task<string?> LocateAsync(Geometry at, DateTimeOffset when)
    {
        await using var scope = app.Services.CreateSystemScope("test");
        return (await scope.ServiceProvider.GetRequiredService<IPastDivisions>().LocateAsync(at.Coordinate.X, at.Coordinate.Y, when, CancellationToken.None))?.Code;
    }

    [Fact]
    public async Task What_lies_in_a_split_grid_goes_along_to_the_part_that_has_it_and_its_history_keeps_the_old()
    {
        var old = await FullestAsync(Divisions.Below("990101").SelectMany(street => Divisions.Below(street.Code).Skip(1)).SelectMany(community => Divisions.Below(community.Code)));   // the first communities are those of the other tests
        var (houses, people) = (await RecordsAsync(old, "house"), await RecordsAsync(old, "person"));
        var needs = await app.ReadAsync(db => db.Needs.Where(n => n.DivisionCode == old && n.EndedOn == null).Select(n => n.RecordId).ToListAsync());
        Assert.NotEmpty(houses);
        Assert.NotEmpty(people);
        var redraw = await DoAsync(await SplitAsync(old, Today()));
        var parts = redraw.GetProperty("parts").EnumerateArray().Select(part => (part.GetProperty("code").GetString()!, GeoJson.ReadGeometry(part.GetProperty("boundary").GetRawText()))).ToList();
        await Soon.HoldsAsync(async () => !await app.ReadAsync(db => db.Records.AnyAsync(r => r.DivisionCode == old && r.EndedOn == null)));
        await Soon.HoldsAsync(async () => !await app.ReadAsync(db => db.Set<AddressRow>().AnyAsync(a => a.DivisionCode == old)));
        var index = new GridIndex(parts);
        foreach (var house in await app.ReadAsync(db => db.Records.AsNoTracking().Where(r => houses.Contains(r.Id)).ToListAsync()))
            Assert.Equal(index.Nearest(house.Longitude!.Value, house.Latitude!.Value, 1_000)?.Code, house.DivisionCode);
        var homes = await app.ReadAsync(db => db.Records.AsNoTracking().Where(r => people.Contains(r.Id)).Select(r => r.DivisionCode).ToListAsync());
        Assert.All(homes, home => Assert.Contains(home, index.Codes));   // their addresses are known
        Assert.Empty(await app.ReadAsync(db => db.Needs.Where(n => needs.Contains(n.RecordId) && n.EndedOn == null && n.DivisionCode == old).ToListAsync()));
        var reader = await app.ApiKeyAsync("990101", "registry.see");
        Assert.Equal(old, (await reader.GetFromJsonAsync<JsonElement>($"/api/v1/registry/records/{houses[0]}?asOf={Today(-1)}")).GetProperty("divisionCode").GetString());
        Assert.Contains((await reader.GetFromJsonAsync<JsonElement>($"/api/v1/registry/records/{houses[0]}")).GetProperty("divisionCode").GetString(), index.Codes);
        foreach (var address in await app.ReadAsync(db => db.Set<AddressRow>().AsNoTracking().Where(a => a.DivisionCode.StartsWith(old.Substring(0, 12)) && a.Longitude != null && a.Level == AddressLevel.Building).ToListAsync()))
            if (index.Find(address.Longitude!.Value, address.Latitude!.Value) is { } grid) Assert.Equal(grid, address.DivisionCode);
    }

    /// <summary>The grid of these in which most people live.</summary>
    private Task<string> FullestAsync(IEnumerable<Division> grids)
    {
        var codes = grids.Select(grid => grid.Code).ToList();
        return app.ReadAsync(db => db.Records.Where(r => r.TypeCode == "person" && codes.Contains(r.DivisionCode)).GroupBy(r => r.DivisionCode).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync());
    }

    private Task<List<Guid>> RecordsAsync(string grid, string type) => app.ReadAsync(db => db.Records.Where(r => r.DivisionCode == grid && r.TypeCode == type && r.EndedOn == null).Select(r => r.Id).ToListAsync());

    [Fact]
    public async Task A_split_gives_new_codes_moves_places_and_teams_and_leaves_cases_and_the_past_as_they_were()
    {
        var old = Grids(0, 0)[0];
        var shape = await ShapeAsync(old.Code);
        var filed = await clerk.PostAsJsonAsync("/api/v1/cases", new { text = "路灯不亮，晚上很黑", longitude = old.Longitude, latitude = old.Latitude, channel = "web" });
        var id = (await filed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var command = await SplitAsync(old.Code, Today());
        var preview = await (await clerk.PostAsJsonAsync("/api/v1/redraws/preview", command)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, preview.GetProperty("after").EnumerateArray().Sum(g => g.GetProperty("openCases").GetInt32()));
        var before = DateTimeOffset.UtcNow;
        var worker = await app.HireAsync("grid-worker", Grids(0, 0)[1].Code);
        Assert.Equal(HttpStatusCode.OK, (await clerk.PostAsJsonAsync($"/api/v1/grids/{old.Code}/team", new { role = "worker", accountId = worker.Id })).StatusCode);
        var team = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/grids/" + old.Code)).GetProperty("team").GetArrayLength();
        var redraw = await DoAsync(command);
        Assert.Equal("done", redraw.GetProperty("plan").GetProperty("state").GetString());
        var codes = Codes(redraw);
        Assert.Equal(2, codes.Except(Grids(1, 0).Select(g => g.Code)).Count());
        Assert.DoesNotContain(old.Code, codes);
        Assert.Contains(Divisions.Locate(old.Longitude!.Value, old.Latitude!.Value)!.Code, codes);
        Assert.DoesNotContain(old.Code, Grids(0, 0).Select(g => g.Code));
        Assert.Equal(old.Name, Divisions.PathOf(old.Code).Split(' ')[^1]);   // what happened there keeps its name
        Assert.NotNull(Divisions.Find(old.Code)!.EndedAt);
        Assert.Equal(old.Code, (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/cases/" + id)).GetProperty("divisionCode").GetString());
        foreach (var code in codes) Assert.Equal(team, (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/grids/" + code)).GetProperty("team").GetArrayLength());
        await using (var scope = app.Services.CreateSystemScope("test"))   // what is still open under the old code is theirs too
            Assert.Equal([.. codes, old.Code], (await scope.ServiceProvider.GetRequiredService<IGridTeams>().ServedByAsync(worker.Id, CancellationToken.None)).Order(StringComparer.Ordinal).OrderBy(code => code == old.Code));
        var moved = await app.Services.GetRequiredService<IPlaces>().SearchAsync("路", old.Code, 5, default);
        Assert.Empty(moved);
        Assert.Equal(old.Code, await LocateAsync(shape.InteriorPoint, before));
        Assert.Contains(await LocateAsync(shape.InteriorPoint, DateTimeOffset.UtcNow), codes);
        var page = await (await app.SignInAsync(app.DemoUser(Demo.DemoRole.DistrictClerk))).PageAsync("/desk/divisions/" + old.Code);
        Assert.Contains("已于", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(codes, page.QuerySelectorAll(".notice a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
    }

    [Fact]
    public async Task Whatever_is_done_to_the_ground_exactly_one_boundary_holds_for_a_point_at_any_instant()
    {
        var community = Grids(1, 0)[0].ParentCode!;
        var whole = await ShapeAsync(community);
        var instants = new List<DateTimeOffset> { DateTimeOffset.UtcNow.AddYears(-1) };
        var dice = new Random(4);
        for (var step = 0; step < 6; step++)
        {
            var grids = Divisions.Below(community);
            var grid = grids[dice.Next(grids.Count)];
            var shape = await ShapeAsync(grid.Code);
            Division? beside = null;
            foreach (var other in grids.Where(g => g != grid))
                if ((await ShapeAsync(other.Code)).Intersection(shape).Length > 1e-4) beside = other;
            await DoAsync((step % 3) switch
            {
                0 => await SplitAsync(grid.Code, Today()),
                1 => await MoveAsync(grid.Code, beside!.Code, dice.NextDouble()),
                _ => new { kind = "merge", grids = new[] { grid.Code, beside!.Code }, effectiveOn = Today(), name = $"合并网格{step}" },
            });
            instants.Add(DateTimeOffset.UtcNow);
        }
        await using var scope = app.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var rows = (await db.Divisions.Where(d => d.ParentCode == community && d.Boundary != null).ToListAsync()).Select(d => (From: d.DrawnAt, Until: (DateTimeOffset?)null, Shape: GeoJson.ReadGeometry(d.Boundary!)))
            .Concat((await db.FormerBoundaries.Where(f => f.DivisionCode.StartsWith(community)).ToListAsync()).Select(f => (From: f.DrawnAt, Until: (DateTimeOffset?)f.ReplacedAt, Shape: GeoJson.ReadGeometry(f.Boundary)))).ToList();
        var box = whole.EnvelopeInternal;
        for (var points = 0; points < 200;)
        {
            var at = new Point(box.MinX + box.Width * dice.NextDouble(), box.MinY + box.Height * dice.NextDouble());
            if (!whole.Contains(at)) continue;
            points++;
            Assert.All(instants, when => Assert.Single(rows, row => (row.From is null || row.From <= when) && (row.Until is null || row.Until > when) && row.Shape.Contains(at)));
            if (points % 20 == 0) Assert.Equal(Divisions.Locate(at.X, at.Y)?.Code, await LocateAsync(at, instants[^1]));
        }
        Assert.Equal(Divisions.Below(community).Select(g => g.Code).Distinct().Count(), Divisions.Below(community).Count);
    }

    private async Task<object> MoveAsync(string one, string other, double along)
    {
        var halves = Cut(Partition.Union([await ShapeAsync(one), await ShapeAsync(other)]), 0.2 + 0.6 * along);
        return new { kind = "move", grids = new[] { one, other }, effectiveOn = Today(), shapes = Shapes("code", (one, halves[0]), (other, halves[1])) };
    }

    [Fact]
    public async Task Places_of_one_name_stay_apart_when_their_grids_become_one()
    {
        var grids = Grids(4, 0);
        var first = await ShapeAsync(grids[0].Code);
        var beside = grids[1];
        foreach (var other in grids.Skip(1))
            if ((await ShapeAsync(other.Code)).Intersection(first).Length > 1e-4) beside = other;
        await using (var scope = app.Services.CreateSystemScope("test"))
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            foreach (var grid in new[] { grids[0], beside })
                db.Places.Add(new() { Id = Guid.CreateVersion7(), Name = "同名公厕", Address = "", DivisionCode = grid.Code, Longitude = grid.Longitude!.Value, Latitude = grid.Latitude!.Value });
            await db.SaveChangesAsync();
        }
        var merged = await DoAsync(new { kind = "merge", grids = new[] { grids[0].Code, beside.Code }, effectiveOn = Today(), name = "合并网格" });
        await using var after = app.Services.CreateSystemScope("test");
        var code = Assert.Single(Codes(merged));
        var names = await after.ServiceProvider.GetRequiredService<AppDb>().Places.Where(p => p.DivisionCode == code && p.Name.StartsWith("同名公厕")).Select(p => p.Name).ToListAsync();
        Assert.Equal(["同名公厕", $"同名公厕 ({beside.Name})"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_plan_waits_for_its_day_reserves_its_grids_and_can_be_withdrawn_or_fail()
    {
        var (first, second) = (Grids(2, 0)[0].Code, Grids(2, 0)[1].Code);
        var planned = await DoAsync(await SplitAsync(first, Today(3)));
        Assert.Equal("planned", planned.GetProperty("plan").GetProperty("state").GetString());
        Assert.Null(Divisions.Find(first)!.EndedAt);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync("/api/v1/redraws", await SplitAsync(first, Today()))).StatusCode);
        var other = await DoAsync(await SplitAsync(second, Today(2)));
        Assert.Empty(Codes(planned).Intersect(Codes(other)));
        var id = planned.GetProperty("plan").GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsJsonAsync($"/api/v1/redraws/{id}/withdraw", new { version = 8 })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await clerk.PostAsJsonAsync($"/api/v1/redraws/{id}/withdraw", new { version = 1 })).StatusCode);
        await using (var scope = app.Services.CreateSystemScope("test"))
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await db.RedrawPlans.Where(p => p.State == RedrawState.Planned).ExecuteUpdateAsync(set => set.SetProperty(p => p.EffectiveOn, DateOnly.Parse(Today(-1), System.Globalization.CultureInfo.InvariantCulture)));
        }
        await app.RunJobAsync("grids.redraw");
        Assert.NotNull(Divisions.Find(second)!.EndedAt);
        Assert.Null(Divisions.Find(first)!.EndedAt);
        Assert.All(Codes(other), code => Assert.NotNull(Divisions.Find(code)));
    }

    [Fact]
    public async Task Parts_that_leave_a_gap_are_refused_with_the_place_and_strangers_may_not_redraw()
    {
        var grid = Grids(3, 0)[0].Code;
        var refused = await clerk.PostAsJsonAsync("/api/v1/redraws", await SplitAsync(grid, Today(), gap: 0.0002));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("新边界之间留有空隙", problem.GetProperty("errors").GetProperty("shapes")[0].GetString());
        Assert.True(problem.GetProperty("squareMetres").GetDouble() > 100);
        var foreign = await app.ApiKeyAsync(Grids(4, 0)[0].Code[..9], "grids.see", "grids.redraw");
        Assert.Equal(HttpStatusCode.BadRequest, (await foreign.PostAsJsonAsync("/api/v1/redraws", await SplitAsync(grid, Today()))).StatusCode);
        var reader = await app.ApiKeyAsync("990101", "grids.see");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync("/api/v1/redraws", await SplitAsync(grid, Today()))).StatusCode);
    }

    [Fact]
    public async Task The_page_previews_and_plans_without_script()
    {
        var grids = Grids(5, 0);
        var browser = await app.SignInAsync(app.DemoUser(Demo.DemoRole.DistrictClerk));
        var address = "/desk/divisions/redraws/new?under=" + grids[0].ParentCode;
        var halves = Cut(await ShapeAsync(grids[0].Code));
        Dictionary<string, string?> fields = new()
        {
            ["Form.Kind"] = "Split", ["Form.Grids"] = grids[0].Code, ["Form.EffectiveOn"] = Today(5), ["Form.Shapes"] = Shapes("name", ("甲网格", halves[0]), ("乙网格", halves[1])), ["Act"] = "preview",
        };
        var shown = await browser.SubmitAsync(address, fields, "plan-redraw");
        var preview = await shown.PageAsync();
        Assert.Equal(2, preview.QuerySelectorAll("svg.sketch path").Length);
        Assert.Contains("甲网格", preview.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        fields["Act"] = "plan";
        var planned = await browser.SubmitAsync(address, preview, fields, "plan-redraw");
        Assert.StartsWith("/desk/divisions/redraws/", planned.GoesTo(), StringComparison.Ordinal);
        Assert.Contains("待生效", (await browser.PageAsync(planned.GoesTo()!)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(planned.GoesTo(), (await browser.SubmitAsync(planned.GoesTo()!, [], "withdraw")).GoesTo());
        Assert.Contains("已撤回", (await browser.PageAsync("/desk/divisions/redraws")).QuerySelector("table.list")!.TextContent, StringComparison.Ordinal);
    }
}

public sealed class RedrawOnSqlite(OwnDistrict district) : RedrawTests("sqlite", district);

public sealed class RedrawOnPostgres(OwnDistrict district) : RedrawTests("postgres", district);
