namespace Linli.Modules.Tests;

public abstract class HealthTests(string database) : ModuleTest(database)
{
    [Fact]
    public async Task A_stranger_gets_nothing_from_an_address_that_is_not_there()
    {
        var response = await App.CreateClient().GetAsync("/nowhere");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }
}

public sealed class HealthOnSqlite() : HealthTests("sqlite");

public sealed class HealthOnPostgres() : HealthTests("postgres");
