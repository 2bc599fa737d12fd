using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>Something that is wrong with a record of today; gone when it is mended.</summary>
internal sealed class RecordFinding : IInDivision
{
    public required Guid RecordId { get; init; }
    public required FindingKind Kind { get; init; }

    /// <summary>Key of the field, or one of <see cref="QualityRules"/>.</summary>
    public required string Field { get; init; }
    public required string TypeCode { get; init; }

    /// <summary>Where the record lies.</summary>
    public required string DivisionCode { get; set; }

    /// <summary>The day on which it was found.</summary>
    public required DateOnly Since { get; init; }
}

/// <summary>Kinds of fault in data.</summary>
internal enum FindingKind
{
    /// <summary>缺失</summary>
    Missing,

    /// <summary>矛盾</summary>
    Contradictory,

    /// <summary>过期: nobody has looked for long, or the day is over.</summary>
    Stale,

    /// <summary>越界: not within its division, or a value that is not taken.</summary>
    OutOfBounds,
}
