using System.Globalization;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Party;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Modules.Tests.Party;

public abstract class PartyRedrawTests(string database) : ModuleTest(database)
{
    private const string Community = "990101001002";   // no other test counts there

    [Fact]
    public async Task What_lay_in_a_grid_that_became_part_of_another_lies_there_now()
    {
        await using var scope = App.Services.CreateSystemScope("test");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var adopted = await db.Adoptions.Select(a => a.DivisionCode).Distinct().ToListAsync();
        var grids = SignIns.Plan.Divisions.Where(d => d.ParentCode == Community).ToList();
        var ended = grids.First(grid => adopted.Contains(grid.Code));
        var kept = grids.First(grid => grid != ended);
        var outline = string.Join(',', kept.Outline.Select(at => string.Create(CultureInfo.InvariantCulture, $"[{at.Lon},{at.Lat}]")));
        var happened = new GridsRedrawn(Community, [kept.Code, ended.Code], [new(kept.Code, $$"""{"type":"Polygon","coordinates":[[{{outline}}]]}""")], new DateOnly(2026, 11, 23));

        var branch = await db.Organisations.AsNoTracking().SingleAsync(o => o.DivisionCode == ended.Code);
        await ActivatorUtilities.CreateInstance<OnGridsRedrawn>(scope.ServiceProvider).HandleAsync(happened, default);
        await db.SaveChangesAsync();

        db.Forget();
        var moved = await db.Organisations.SingleAsync(o => o.Id == branch.Id);
        Assert.Equal((kept.Code, branch.Version + 1), (moved.DivisionCode, moved.Version));
        Assert.False(await db.Members.AnyAsync(m => m.DivisionCode == ended.Code) || await db.Adoptions.AnyAsync(a => a.DivisionCode == ended.Code));
    }
}

public sealed class PartyRedrawOnSqlite() : PartyRedrawTests("sqlite");

public sealed class PartyRedrawOnPostgres() : PartyRedrawTests("postgres");
