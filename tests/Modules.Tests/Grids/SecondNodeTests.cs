using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Microsoft.Extensions.DependencyInjection;
using Linli.Testing;

namespace Linli.Modules.Tests.Grids;

public abstract class SecondNodeTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task What_one_node_changes_another_one_notices()
    {
        await using var other = App.Beside();
        var theirs = other.Services.GetRequiredService<IUnits>();
        Assert.Null(theirs.FindByCode("second-node"));

        await using var scope = App.Services.CreateSystemScope("test");
        var made = await scope.ServiceProvider.GetRequiredService<Linli.Grids.EditUnitHandler>()
            .Create(new() { Code = "second-node", Name = "别处新增的队", Kind = UnitKind.Team, DivisionCode = "990101", Active = true }, default);
        Assert.Null(made.Problem);
        Assert.NotNull(App.Services.GetRequiredService<IUnits>().FindByCode("second-node"));   // here at once

        await Soon.FindAsync(() => theirs.FindByCode("second-node"));
    }
}

public sealed class SecondNodeOnSqlite() : SecondNodeTests("sqlite");

public sealed class SecondNodeOnPostgres() : SecondNodeTests("postgres");
