using Linli.Platform.Access;

namespace Linli.Grids;

/// <summary>片区: neighbouring grids that are worked together; their workers stand in for each other.</summary>
internal sealed class Zone : IInDivision
{
    /// <summary>Fewer cannot stand in for each other.</summary>
    public const int FewestGrids = 2;

    public required Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>The community or street that its grids are of.</summary>
    public required string DivisionCode { get; init; }
    public DateOnly? EndedOn { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>A grid in a zone, from a day until another. Rows are ended, not removed: they are the zone's history.</summary>
internal sealed class ZoneGrid : IInDivision
{
    public required Guid Id { get; init; }
    public required Guid ZoneId { get; init; }

    /// <summary>The grid; in one zone at a time.</summary>
    public required string DivisionCode { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; set; }
}
