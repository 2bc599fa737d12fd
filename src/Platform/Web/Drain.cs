using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Web;

/// <summary>
/// Stops without losing requests: <c>/healthz/ready</c> says no, the load balancer has <see cref="LinliOptions.DrainSeconds"/> to notice,
/// live streams end, and only then does the server stop listening.
/// </summary>
internal sealed class Drain(IHostApplicationLifetime lifetime, IOptions<LinliOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    public bool Stopping => lifetime.ApplicationStopping.IsCancellationRequested;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds), clock, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
