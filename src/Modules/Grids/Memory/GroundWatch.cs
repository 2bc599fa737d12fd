using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Linli.Grids;

/// <summary>Notices what other nodes and the command line changed: an event reaches one node only, so every node also looks at three stamps now and then.</summary>
internal sealed partial class GroundWatch(IEnumerable<ISnapshot> snapshots, IServiceProvider services, TimeProvider clock, ILogger<GroundWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
            }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope("grids");
        var states = await scope.ServiceProvider.GetRequiredService<AppDb>().GroundStates.AsNoTracking().ToDictionaryAsync(s => s.Part, s => s.Stamp, ct);
        foreach (var snapshot in snapshots)
            if (snapshot.Stamp != states[snapshot.Part]) await snapshot.RefreshAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look whether divisions, units or places have changed")]
    private partial void LogFailed(Exception error);
}

/// <summary>Brings the node that delivers the event up to date without waiting for the next look.</summary>
internal sealed class OnGridsChanged(IEnumerable<ISnapshot> snapshots) : ISubscriber<GridsChanged>
{
    public async Task HandleAsync(GridsChanged happened, CancellationToken ct)
    {
        foreach (var snapshot in snapshots) await snapshot.RefreshAsync(ct);
    }
}
