namespace Linli.Contracts.Grids;

/// <summary>Who serves which grid, as far as other modules ask.</summary>
public interface IGridTeams
{
    /// <summary>Codes of the grids that an account serves today: as their worker, or as their stand-in while none of their workers is there; and of the ended grids whose ground they took over, for what is still open there.</summary>
    Task<IReadOnlyList<string>> ServedByAsync(Guid accountId, CancellationToken ct);

    /// <summary>The accounts that serve a grid today; of one that has ended, those that serve its ground.</summary>
    Task<IReadOnlySet<Guid>> ServingAsync(string gridCode, CancellationToken ct);
}
