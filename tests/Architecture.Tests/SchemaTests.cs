using Linli.Platform.Data;
using Linli.Platform.Schema;
using Linli.Platform.Tests;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Architecture.Tests;

public abstract class SchemaTests(string kind)
{
    /// <summary>Tables that the model does not know, or not as they are: Quartz's, the history of the schema, the full-text index.</summary>
    private static readonly string[] Foreign = ["platform_quartz_", "schema_history", "cases_search", "registry_words"];

    [Fact]
    public async Task The_scripts_make_the_database_that_the_model_describes()
    {
        await using var scripted = await TestDatabase.CreateAsync(kind);
        await using var modelled = await TestDatabase.CreateAsync(kind);
        await using var fromScripts = await Ground.BuildAsync(scripted, modules: [.. Host.Modules.All]);
        await using var fromModel = await Ground.BuildAsync(modelled, prepare: false, modules: [.. Host.Modules.All]);
        await fromModel.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(db.Database.GenerateCreateScript()));
        var expected = await OwnFactsAsync(fromModel);
        var actual = await OwnFactsAsync(fromScripts);
        Assert.Equal([], expected.Except(actual).Select(fact => "only in the model: " + fact).Concat(actual.Except(expected).Select(fact => "only in the scripts: " + fact)));
    }

    [Fact]
    public async Task No_foreign_key_leads_from_one_module_to_another()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var ground = await Ground.BuildAsync(database, modules: [.. Host.Modules.All]);
        var facts = await ground.WithDbAsync(Catalogue.FactsAsync);
        Assert.Equal([], facts.Where(fact => fact.Split(" references ") is [var from, var to] && from.Split('_')[0] != to.Split('_')[0]));
    }

    private static async Task<IReadOnlyList<string>> OwnFactsAsync(Ground ground) =>
        [.. (await ground.WithDbAsync(Catalogue.FactsAsync)).Where(fact => !Foreign.Any(f => fact.StartsWith(f, StringComparison.Ordinal)))];
}

public sealed class SchemaOnSqlite() : SchemaTests("sqlite");

public sealed class SchemaOnPostgres() : SchemaTests("postgres");

public sealed class SchemaScriptTests
{
    private static readonly IEnumerable<Platform.Module> Modules = [new Platform.PlatformModule(), .. Host.Modules.All];

    [Fact]
    public void Every_script_has_its_twin() =>
        Assert.Equal(SchemaScript.For("sqlite", Modules).Select(s => s.Id), SchemaScript.For("postgres", Modules).Select(s => s.Id));

    /// <summary>Once released, a script never changes. A new one is added to the file by hand: <c>./linli schema script</c> shows it.</summary>
    [Fact]
    public async Task Released_scripts_are_as_they_were_released()
    {
        var frozen = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "released-scripts.txt"));
        var now = new[] { "sqlite", "postgres" }.SelectMany(kind => SchemaScript.For(kind, Modules).Select(s => $"{s.Id}.{kind} {s.Checksum}")).ToHashSet();
        Assert.Equal([], frozen.Where(line => line.Length > 0 && !line.StartsWith('#')).Where(line => !now.Contains(line)));
    }
}
