using Microsoft.Extensions.Hosting;

namespace Linli.Platform.Live;

/// <summary>Beats for all open lines of this node: proxies close what is silent for half a minute.</summary>
internal sealed class LiveHeart(LiveFeed feed, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(20), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) feed.Tell(LiveChange.Heartbeat);
    }
}
