using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

    /// <summary>Demo districts, by database and number of cases; each is made once, and copied for everybody.</summary>
    private static readonly ConcurrentDictionary<(string Kind, int Cases), Lazy<Task<TestDatabase>>> Prepared = [];

    private readonly TestDatabase database;

    /// <summary>Cookies of the demo accounts that have signed in.</summary>
    internal ConcurrentDictionary<string, Lazy<Task<CookieContainer>>> SessionsOf { get; } = [];

    private readonly bool ownsDatabase;
    private readonly IReadOnlyDictionary<string, string> settings;

    private LinliApp(TestDatabase database, bool ownsDatabase = true, IReadOnlyDictionary<string, string>? settings = null) =>
        (this.database, this.ownsDatabase, this.settings) = (database, ownsDatabase, settings ?? new Dictionary<string, string>());

    /// <summary>Another node of the same installation: a program of its own on the same database.</summary>
    public LinliApp Beside() => new(database, ownsDatabase: false, settings);

    /// <summary>Another node of the same installation that listens on a port of this machine, for clients that are not ours.</summary>
    public LinliApp Listening(out Uri address)
    {
        address = new($"http://127.0.0.1:{LinliProcess.FreePort()}");
        var node = new LinliApp(database, ownsDatabase: false, new Dictionary<string, string>(settings) { ["Linli:PublicUrl"] = address.ToString().TrimEnd('/') });
        node.UseKestrel(address.Port);
        node.StartServer();
        return node;
    }

    /// <summary>The one all tests of a process share: the demo district without cases. Tests make their own cases in it.</summary>
    public static Task<LinliApp> SharedAsync(string kind) => Shared[kind].Value;

    /// <summary>The program in this process, on a database that is there.</summary>
    public static LinliApp On(TestDatabase database) => new(database, ownsDatabase: false);

    /// <summary>One of a test's own.</summary>
    /// <param name="kind"><c>sqlite</c> or <c>postgres</c></param>
    /// <param name="cases">How many demo cases it holds; making a district takes a while, copying one does not, so numbers are best such as other tests use.</param>
    /// <param name="settings">Settings that differ from those of the other tests.</param>
    public static async Task<LinliApp> StartAsync(string kind, int cases = 0, IReadOnlyDictionary<string, string>? settings = null)
    {
        var district = await Prepared.GetOrAdd((kind, cases), _ => new(() => PrepareAsync(kind, cases))).Value;
        return new LinliApp(await district.CopyAsync(), settings: settings);
    }

    /// <summary>Has the program do a round of one of its jobs now. The job never runs beside itself, as a test would that called it; what fails comes round again.</summary>
    /// <exception cref="InvalidOperationException">There is no such job, or it failed three times.</exception>
    public async Task RunJobAsync(string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            var begun = TimeProvider.System.GetUtcNow();
            await using (var scope = Services.CreateSystemScope("test"))
                if (!await scope.ServiceProvider.GetRequiredService<JobBoard>().RunNowAsync(name, default)) throw new InvalidOperationException($"There is no job {name}.");
            var run = await Soon.FindAsync(async () =>
            {
                await using var scope = Services.CreateSystemScope("test");
                return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<JobRun>().AsNoTracking().Where(r => r.Job == name && r.StartedAt >= begun && r.EndedAt != null).OrderBy(r => r.StartedAt).FirstOrDefaultAsync();
            });
            if (run.Outcome is JobOutcome.Succeeded) return;
            if (attempt == 3) throw new InvalidOperationException(run.Error);
        }
    }

    private static async Task<TestDatabase> PrepareAsync(string kind, int cases)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await CommandLine.RunAsync(database, "schema", "apply");
        await CommandLine.RunAsync(database, "demo", "--cases", cases.ToString(CultureInfo.InvariantCulture));
        await database.DisconnectAsync();
        return database;
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);   // as people have it: the framework says more while developing
        builder.UseSetting("Linli:Data", database.Folder);
        builder.UseSetting("Linli:Demo", "true");
        foreach (var limit in (string[])["Requests", "PublicWrites", "SignIns", "Lookups"]) builder.UseSetting($"Linli:Limits:{limit}", "1000000");   // all tests call from one address
        builder.UseSetting("Linli:Messages:QuietFrom", "00:00").UseSetting("Linli:Messages:QuietTo", "00:00");   // tests run at any hour
        if (database.Postgres is { } postgres) builder.UseSetting("Linli:Postgres", postgres);
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
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
