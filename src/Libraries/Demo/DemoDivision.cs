namespace Linli.Demo;

/// <summary>The levels of the division tree.</summary>
public enum DemoLevel
{
    /// <summary>市</summary>
    City,
    /// <summary>区, 6 digits</summary>
    District,
    /// <summary>街道, 9 digits</summary>
    Street,
    /// <summary>社区, 12 digits</summary>
    Community,
    /// <summary>网格, 15 digits</summary>
    Grid,
}

/// <summary>A division of the invented district 临溪区 (code 990101; GB/T 2260 gives out no code that begins with 99).</summary>
/// <param name="Code">Division code; a child's code begins with its parent's, except below the city (990100).</param>
/// <param name="ParentCode">Code one level up, null for the city.</param>
/// <param name="Level">Its level in the tree.</param>
/// <param name="Name">Chinese name, unique among its siblings.</param>
/// <param name="Centre">A point inside, good for a label.</param>
/// <param name="Outline">
/// One closed ring, counter-clockwise, first point repeated at the end, WGS-84. Neighbours share their vertices exactly,
/// and the outline of a parent is made of edges of its grids.
/// </param>
public sealed record DemoDivision(
    string Code, string? ParentCode, DemoLevel Level, string Name, DemoPoint Centre, IReadOnlyList<DemoPoint> Outline);
