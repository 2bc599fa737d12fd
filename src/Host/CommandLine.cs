using Linli.Platform;
using Linli.Platform.Access;
using Linli.Platform.CommandLine;
using Linli.Platform.Schema;
using Microsoft.Extensions.Options;

namespace Linli.Host;

/// <summary><c>linli VERB …</c>; without a verb it serves.</summary>
internal static class CommandLine
{
    private const string Serve = "serve";

    /// <summary>Short names of settings.</summary>
    public static Dictionary<string, string> Switches { get; } = new()
    {
        ["--data"] = "Linli:Data",
        ["--postgres"] = "Linli:Postgres",
        ["--urls"] = "urls",
    };

    public static (string Verb, string[] Arguments) Split(string[] args) =>
        args is [var first, .. var rest] && !first.StartsWith('-') ? (first, rest) : (Serve, args);

    /// <summary>The settings among the words. The framework would take any /path for a switch and swallow what follows.</summary>
    public static string[] Settings(string[] words) =>
        [.. words.Index().Where(word => IsSetting(word.Item) || (word.Index > 0 && Switches.ContainsKey(words[word.Index - 1]))).Select(word => word.Item)];

    private static bool IsSetting(string word) => Switches.ContainsKey(word) || (word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal));

    public static async Task<int> RunAsync(WebApplication app, string verb, string[] rest)
    {
        try
        {
            _ = app.Services.GetRequiredService<IOptions<LinliOptions>>().Value;
            return verb == Serve ? await ServeAsync(app) : await RunVerbAsync(app, verb, rest);
        }
        catch (Exception error) when (error is UsageException or SchemaException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }
    }

    private static async Task<int> ServeAsync(WebApplication app)
    {
        await PrepareDatabaseAsync(app.Services, app.Lifetime.ApplicationStopping);
        await app.RunAsync();
        return 0;
    }

    private static async Task<int> RunVerbAsync(WebApplication app, string name, string[] rest)
    {
        await using var scope = app.Services.CreateSystemScope(name);
        var verbs = scope.ServiceProvider.GetServices<IVerb>().OrderBy(v => v.Name, StringComparer.Ordinal).ToList();
        if (verbs.Find(v => v.Name == name) is not { } verb)
        {
            await Console.Error.WriteLineAsync($"'{name}' is not a verb. There are:\n\n{string.Join("\n", verbs.Select(v => v.Usage).Prepend("serve [--port N] [--data DIR]"))}");
            return 2;
        }
        if (verb.NeedsDatabase) await PrepareDatabaseAsync(app.Services, CancellationToken.None);
        return await verb.RunAsync(new VerbCall(rest, Console.Out), CancellationToken.None);
    }

    /// <summary>SQLite is brought up to date by itself; PostgreSQL only when asked to, by <c>schema apply</c>.</summary>
    private static async Task PrepareDatabaseAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var upgrade = scope.ServiceProvider.GetRequiredService<SchemaUpgrade>();
        if (!services.GetRequiredService<IOptions<LinliOptions>>().Value.UsesPostgres)
        {
            await upgrade.ApplyAsync(ct);
            return;
        }
        var state = await upgrade.CheckAsync(ct);
        if (state.Faults.Count > 0) throw new SchemaException(state.Faults);
        if (state.Pending.Count > 0)
            throw new SchemaException([$"{state.Pending.Count} schema scripts are not applied, the first is '{state.Pending[0].Id}'. Run: linli schema apply"]);
    }
}
