using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Schema;
using Linli.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Linli.Platform.Tests;

/// <summary>The platform alone, with the modules a test brings. Several on one database are the nodes of a cluster.</summary>
internal sealed class Ground(WebApplication app) : IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    /// <summary>Builds it, unless told otherwise on a database that is brought up to date; hosted services are not started.</summary>
    public static async Task<Ground> BuildAsync(TestDatabase database, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null, bool prepare = true, params Module[] modules)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Linli:Data"] = database.Folder,
            ["Linli:Postgres"] = database.Postgres,
            ["Linli:Messages:QuietFrom"] = "00:00",
            ["Linli:Messages:QuietTo"] = "00:00",   // tests run at any hour
        });
        services?.Invoke(builder.Services);
        builder.Services.AddLinli(builder.Configuration, modules);
        var app = builder.Build();
        map?.Invoke(app);
        var ground = new Ground(app);
        if (prepare) await ground.InScopeAsync(scope => scope.GetRequiredService<SchemaUpgrade>().ApplyAsync());
        return ground;
    }

    /// <summary>Starts the hosted services and the web server.</summary>
    public async Task<Ground> StartAsync()
    {
        await app.StartAsync();
        return this;
    }

    public HttpClient Client => app.GetTestClient();

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateSystemScope("test");
        return await act(scope.ServiceProvider);
    }

    public Task<T> WithDbAsync<T>(Func<AppDb, Task<T>> act) => InScopeAsync(scope => act(scope.GetRequiredService<AppDb>()));

    public Task WithDbAsync(Func<AppDb, Task> act) => WithDbAsync(async db =>
    {
        await act(db);
        return 0;
    });

    /// <summary>Statements of somebody who goes round the program.</summary>
    public Task ExecuteAsync(string sql) => WithDbAsync(async db =>
    {
        await using var work = await db.BeginAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
        await work.CommitAsync();
    });

    /// <summary>Waits until something holds; fails after half a minute.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }
        Assert.Fail("It never came true.");
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
