namespace Linli.Contracts.Grids;

/// <summary>Who serves grids changed: a team, or who is away.</summary>
/// <param name="DivisionCode">Where.</param>
public sealed record GridTeamsChanged(string DivisionCode) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "grids.teams-changed.v1";
}
