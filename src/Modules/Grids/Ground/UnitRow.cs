using Linli.Contracts.Grids;
using Linli.Platform.Access;

namespace Linli.Grids;

/// <summary>A unit as it is stored.</summary>
internal sealed class UnitRow : IInDivision
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required UnitKind Kind { get; set; }
    public required string DivisionCode { get; set; }
    public Guid? ParentId { get; set; }
    public string? DutyPhone { get; set; }

    /// <summary>Name of its head.</summary>
    public string? Head { get; set; }

    /// <summary>In the written form of <see cref="Worktime.OfficeHours"/>; null keeps the district's.</summary>
    public string? OfficeHours { get; set; }

    public bool Active { get; set; } = true;
    public int Version { get; set; }
}
