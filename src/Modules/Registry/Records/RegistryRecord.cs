using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>
/// Something that is registered, as it stands today. What was true when, and what was known when, stands in its <see cref="RecordState"/>s.
/// </summary>
internal sealed class RegistryRecord : IInDivision
{
    public required Guid Id { get; init; }
    public required string TypeCode { get; init; }

    /// <summary>The deepest division that is known, a grid as a rule.</summary>
    public required string DivisionCode { get; set; }

    /// <summary>What it is called; masked where its name is personal.</summary>
    public required string Title { get; set; }

    /// <summary>Where it is; masked where that is personal.</summary>
    public required string? Address { get; set; }
    public required double? Longitude { get; set; }
    public required double? Latitude { get; set; }

    /// <summary>Since when it is no more (moved away, torn down, closed); null while it is.</summary>
    public required DateOnly? EndedOn { get; set; }

    /// <summary>The record that stays in its place, where it was found to be about the same.</summary>
    public Guid? MergedInto { get; set; }
    public required DateTimeOffset AddedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required int Version { get; set; }
}
