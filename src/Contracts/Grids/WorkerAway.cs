namespace Linli.Contracts.Grids;

/// <summary>Somebody will be away, as other modules know it: where they serve grids, their stand-ins do meanwhile. Who serves none is not concerned.</summary>
/// <param name="Id">Key of the absence, for <see cref="WorkerBack"/>.</param>
/// <param name="AccountId">Whose account.</param>
/// <param name="FirstDay">From this day.</param>
/// <param name="LastDay">To this one, included.</param>
/// <param name="Reason">What colleagues may read.</param>
/// <param name="EnteredBy">Shown name of who entered it.</param>
public sealed record WorkerAway(Guid Id, Guid AccountId, DateOnly FirstDay, DateOnly LastDay, string Reason, string EnteredBy) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "grids.worker-away.v1";
}

/// <summary>An absence counts no more.</summary>
/// <param name="Id">Key of the absence.</param>
/// <param name="By">Shown name of who ended it.</param>
public sealed record WorkerBack(Guid Id, string By) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "grids.worker-back.v1";
}
