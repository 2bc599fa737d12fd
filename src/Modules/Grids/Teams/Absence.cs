using Linli.Platform.Access;

namespace Linli.Grids;

/// <summary>A worker is away from a day to another, both included.</summary>
internal sealed class Absence : IInDivision
{
    private static readonly int[] DivisionLengths = [12, 9, 6];

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>The division that has all their grids.</summary>
    public required string DivisionCode { get; init; }
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }
    public required string Reason { get; init; }

    /// <summary>Shown name of who entered it.</summary>
    public required string EnteredBy { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>They are back, or it was a mistake; from then on it counts for nothing.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndedBy { get; private set; }
    public int Version { get; private set; } = 1;

    public bool TryEnd(string by, DateTimeOffset now)
    {
        if (EndedAt is not null) return false;
        (EndedAt, EndedBy, Version) = (now, by, Version + 1);
        return true;
    }

    /// <summary>The smallest division that has all of these grids.</summary>
    public static string Around(List<string> grids) =>
        DivisionLengths.Select(length => grids[0][..length]).First(code => code.Length == DivisionLengths[^1] || grids.TrueForAll(grid => grid.StartsWith(code, StringComparison.Ordinal)));
}
