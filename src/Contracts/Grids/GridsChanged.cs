namespace Linli.Contracts.Grids;

/// <summary>Divisions, units, calendars or places were changed; whoever keeps something made of them makes it anew.</summary>
/// <param name="Part"><c>divisions</c>, <c>units</c> (with calendars) or <c>places</c>.</param>
public sealed record GridsChanged(string Part) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "grids.changed.v1";
}
