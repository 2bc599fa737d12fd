using Linli.Contracts.Grids;
using Linli.Platform.Events;

namespace Linli.Identity.Sessions;

/// <summary>Who serves which grid changed: everybody's scope is read again with their next request.</summary>
internal sealed class OnGridTeamsChanged(VisitorCache cache) : ISubscriber<GridTeamsChanged>
{
    public Task HandleAsync(GridTeamsChanged happened, CancellationToken ct)
    {
        cache.Clear();
        return Task.CompletedTask;
    }
}
