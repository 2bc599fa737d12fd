using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Linli.Testing;

/// <summary>The program in a process of its own, as it runs in a district.</summary>
public sealed class LinliProcess : IAsyncDisposable
{
    private readonly Process process;

    private LinliProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Memory in use now, in MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts serving and waits until it is ready.</summary>
    /// <param name="database">A database whose schema is in place.</param>
    /// <param name="settings">Settings as environment variables, e.g. <c>Linli__Demo</c>.</param>
    public static async Task<LinliProcess> ServeAsync(TestDatabase database, IReadOnlyDictionary<string, string>? settings = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var own = new Dictionary<string, string>(settings ?? new Dictionary<string, string>());
        own.TryAdd("Linli__PublicUrl", address.ToString().TrimEnd('/'));
        var started = new LinliProcess(Start(database, ["serve", "--urls", address.ToString()], own), address);
        started.process.BeginOutputReadLine();   // an unread pipe would fill and stop it
        await started.WaitUntilReadyAsync();
        return started;
    }

    /// <summary>Runs a verb to its end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(TestDatabase database, params string[] words)
    {
        using var verb = Start(database, words, null);
        var printed = await verb.StandardOutput.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return verb.ExitCode == 0 ? printed : throw new InvalidOperationException($"linli {string.Join(' ', words)} ended with {verb.ExitCode}:\n{printed}");
    }

    /// <summary>Makes an API key by the command line.</summary>
    public static async Task<string> KeyAsync(TestDatabase database, string divisionCode, params string[] scopes) =>
        (await RunAsync(database, "key", "create", "--name", "test", "--division", divisionCode, "--scopes", string.Join(',', scopes))).Trim().Split('\n')[^1];

    /// <summary>Ends it without a warning, like a power cut.</summary>
    public async Task KillAsync()
    {
        process.Kill();   // SIGKILL
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private static Process Start(TestDatabase database, string[] words, IReadOnlyDictionary<string, string>? settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "linli.dll"), .. words, "--data", database.Folder]) start.ArgumentList.Add(word);
        if (database.Postgres is { } postgres) start.Environment["Linli__Postgres"] = postgres;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var i = 0; i < 900; i++)
        {
            if (process.HasExited) throw new InvalidOperationException($"The program ended with {process.ExitCode}.");
            try
            {
                if ((await http.GetAsync("/healthz/ready")).StatusCode is HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("The program did not become ready within a minute and a half.");
    }

    /// <summary>A port that nobody listens on now.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
