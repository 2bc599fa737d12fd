using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Events;

namespace Linli.StandardAddresses;

/// <summary>Names of divisions are part of every address: all nodes read them anew.</summary>
internal sealed class OnGridsChanged(AppDb db, TimeProvider clock) : ISubscriber<GridsChanged>
{
    public Task HandleAsync(GridsChanged happened, CancellationToken ct)
    {
        if (happened.Part == "divisions") db.NoteNewState(clock.GetUtcNow());
        return Task.CompletedTask;
    }
}
