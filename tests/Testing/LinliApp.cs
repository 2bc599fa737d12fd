using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging.Console;

namespace Linli.Testing;

/// <summary>The whole program on a database of its own, in this process.</summary>
public sealed class LinliApp : WebApplicationFactory<Program>
{
    private static readonly Dictionary<string, Lazy<Task<LinliApp>>> Shared = new()
    {
        ["sqlite"] = new(() => StartAsync("sqlite")),
        ["postgres"] = new(() => StartAsync("postgres")),
    };

    private readonly TestDatabase database;

    /// <summary>Cookies of the demo accounts that have signed in.</summary>
    internal ConcurrentDictionary<string, Lazy<Task<CookieContainer>>> SessionsOf { get; } = [];

    private readonly bool ownsDatabase;

    private LinliApp(TestDatabase database, bool ownsDatabase = true) => (this.database, this.ownsDatabase) = (database, ownsDatabase);

    /// <summary>Another node of the same installation: a program of its own on the same database.</summary>
    public LinliApp Beside() => new(database, ownsDatabase: false);

    /// <summary>The one all tests of a process share: the demo district without cases. Tests make their own cases in it.</summary>
    public static Task<LinliApp> SharedAsync(string kind) => Shared[kind].Value;

    /// <summary>One of a test's own.</summary>
    /// <param name="kind"><c>sqlite</c> or <c>postgres</c></param>
    /// <param name="cases">How many demo cases it holds.</param>
    public static async Task<LinliApp> StartAsync(string kind, int cases = 0)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await CommandLine.RunAsync(database, "schema", "apply");
        await CommandLine.RunAsync(database, "demo", "--cases", cases.ToString(CultureInfo.InvariantCulture));
        return new LinliApp(database);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Linli:Data", database.Folder);
        builder.UseSetting("Linli:Demo", "true");
        foreach (var limit in (string[])["Requests", "PublicWrites", "SignIns", "Lookups"]) builder.UseSetting($"Linli:Limits:{limit}", "1000000");   // all tests call from one address
        if (database.Postgres is { } postgres) builder.UseSetting("Linli:Postgres", postgres);
        builder.ConfigureLogging(logging => logging.AddFilter<ConsoleLoggerProvider>(null, LogLevel.Error));   // refusals are what tests ask for
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsDatabase) await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
