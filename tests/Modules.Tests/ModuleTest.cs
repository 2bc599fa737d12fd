using Linli.Testing;

namespace Linli.Modules.Tests;

/// <summary>One text, two databases: tests derive once and are run for each.</summary>
public abstract class ModuleTest(string database) : IAsyncLifetime
{
    /// <summary>The running program; shared by all tests on the same database.</summary>
    protected LinliApp App { get; private set; } = null!;

    /// <summary>The database of this run, for tests that start a program of their own.</summary>
    protected string Database { get; } = database;

    public async ValueTask InitializeAsync() => App = await LinliApp.SharedAsync(Database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
