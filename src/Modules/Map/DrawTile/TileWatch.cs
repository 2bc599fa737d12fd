using Linli.Platform.Live;
using Microsoft.Extensions.Hosting;

namespace Linli.Map;

/// <summary>Hears on every node what has changed.</summary>
internal sealed class TileWatch(LiveFeed feed, TileCache cache) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in feed.ListenAsync(stoppingToken)) cache.Forget(change.Topic);
    }
}
