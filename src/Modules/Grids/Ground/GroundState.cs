namespace Linli.Grids;

/// <summary>Which state a part of the ground is in. A random stamp instead of a counter: two writers at once cannot make the same one.</summary>
internal sealed class GroundState
{
    public required GroundPart Part { get; init; }
    public Guid Stamp { get; set; }
}

/// <summary>What is held in memory as a whole.</summary>
internal enum GroundPart
{
    /// <summary>The tree and its boundaries.</summary>
    Divisions,

    /// <summary>Units, their office hours, and the calendar.</summary>
    Units,

    /// <summary>Named places.</summary>
    Places,
}
