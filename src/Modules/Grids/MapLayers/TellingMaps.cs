using Linli.Contracts.Grids;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Live;

namespace Linli.Grids;

/// <summary>Tells the map on every node that the ground, or who serves it, is not what it was.</summary>
internal sealed class TellingMaps(AppDb db, LiveFeed feed) : IListener<GridsChanged>, IListener<GridTeamsChanged>
{
    public const string Topic = "grids", Teams = "grid-teams";

    public Task HearAsync(IReadOnlyList<GridsChanged> happened, CancellationToken ct) => TellAsync(Topic, ct);

    public Task HearAsync(IReadOnlyList<GridTeamsChanged> happened, CancellationToken ct) => TellAsync(Teams, ct);

    private Task TellAsync(string topic, CancellationToken ct) => feed.TellAsync(db, [new(topic, "", null, Guid.Empty)], ct);
}
