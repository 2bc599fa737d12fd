namespace Linli.Demo;

/// <summary>A housing estate with its door number, buildings and rooms.</summary>
/// <param name="Index">Which one it is, from 0.</param>
/// <param name="Community">The community that it lies in.</param>
/// <param name="Street">The street above the community.</param>
/// <param name="Road">The road of its gate.</param>
/// <param name="Number">Its door number there: 12, or 12-1 for 12号之1.</param>
/// <param name="Name">Its standard name; another community may have one of the same name.</param>
/// <param name="Alias">What people also call it, or null.</param>
/// <param name="OldName">What it was called, or null.</param>
/// <param name="At">Its gate.</param>
/// <param name="Buildings">Its buildings.</param>
public sealed record DemoEstate(
    int Index, DemoDivision Community, DemoDivision Street, string Road, string Number, string Name, string? Alias, string? OldName, DemoPoint At, IReadOnlyList<DemoBuilding> Buildings);

/// <summary>A building of an estate. Its rooms are floor times 100 plus door: 502 is the second door of the fifth floor.</summary>
/// <param name="Name">Its number or letter.</param>
/// <param name="Units">How many units; 0 when it has a single entrance and units are not counted.</param>
/// <param name="Floors">How many floors.</param>
/// <param name="Doors">How many doors on each floor of each unit.</param>
public sealed record DemoBuilding(string Name, int Units, int Floors, int Doors)
{
    /// <summary>How many rooms it has.</summary>
    public int Rooms => Math.Max(Units, 1) * Floors * Doors;
}
