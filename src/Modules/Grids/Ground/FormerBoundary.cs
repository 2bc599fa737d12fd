namespace Linli.Grids;

/// <summary>A boundary a division once had: cases of that time were located by it.</summary>
internal sealed class FormerBoundary
{
    public required Guid Id { get; init; }
    public required string DivisionCode { get; init; }
    public required string Boundary { get; init; }

    /// <summary>Since when it held; null: as far back as anybody asks.</summary>
    public DateTimeOffset? DrawnAt { get; init; }
    public required DateTimeOffset ReplacedAt { get; init; }

    /// <summary>Shown name of who replaced it.</summary>
    public required string ReplacedBy { get; init; }

    public double? West { get; init; }
    public double? South { get; init; }
    public double? East { get; init; }
    public double? North { get; init; }
}
