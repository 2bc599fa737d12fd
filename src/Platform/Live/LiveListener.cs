using System.Text.Json;
using Linli.Platform.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Linli.Platform.Live;

/// <summary>Hears what the nodes tell through PostgreSQL. After a lost connection it listens anew; nobody knows what was told meanwhile, so all who show anything look again.</summary>
internal sealed partial class LiveListener(LiveFeed feed, IOptions<LinliOptions> options, TimeProvider clock, ILogger<LiveListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private bool lost;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.UsesPostgres) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException)
            {
                LogLost(error);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.Value.Postgres) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Notification += (_, told) =>
        {
            if (JsonSerializer.Deserialize<LiveChange>(told.Payload, Json.Readable) is { } change) feed.Tell(change);
        };
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {LiveFeed.Channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        if (lost) feed.Tell(LiveChange.Unknown);
        lost = true;   // from now on, should this end
        while (true) await connection.WaitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live feed lost its connection and listens anew")]
    private partial void LogLost(Exception error);
}
