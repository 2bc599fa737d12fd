using Linli.Platform.Live;
using Microsoft.Extensions.Hosting;

namespace Linli.Map;

/// <summary>Hears on every node what has changed.</summary>
internal sealed class TileWatch(LiveFeed feed, TileCache cache) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (_, change) in feed.ListenAsync(null, stoppingToken))
            if (change == LiveChange.Unknown) cache.ForgetAll();
            else cache.Forget(change.Topic);
    }
}
