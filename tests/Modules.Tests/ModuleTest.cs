using Linli.Testing;

namespace Linli.Modules.Tests;

/// <summary>One text, two databases: tests derive once and are run for each.</summary>
public abstract class ModuleTest(string database) : IAsyncLifetime
{
    /// <summary>The running program; shared by all tests on the same database.</summary>
    protected LinliApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await LinliApp.SharedAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
