using Linli.Cases.Deadlines;

namespace Linli.Cases.Taxonomy;

/// <summary>
/// An entry of the responsibility list (职责清单): who settles what, where, by when. Entries are never edited in place:
/// a change ends one and begins another.
/// </summary>
internal sealed class Responsibility
{
    public required Guid Id { get; init; }

    /// <summary>A node of the taxonomy; it speaks for all leaves below.</summary>
    public required string CategoryCode { get; init; }

    /// <summary>It speaks for all divisions below.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>What else must be true of a case; null: it speaks always.</summary>
    public Condition? Condition { get; init; }
    public required Guid UnitId { get; init; }
    public required Promise Promise { get; init; }
    public required DateTimeOffset ValidFrom { get; init; }
    public DateTimeOffset? ValidTo { get; set; }
}
