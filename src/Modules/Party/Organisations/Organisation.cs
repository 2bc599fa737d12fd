using Linli.Platform.Access;

namespace Linli.Party;

/// <summary>党组织: it stands under one of a higher kind, whose division contains its own. Rows are ended, not removed.</summary>
internal sealed class Organisation : IInDivision
{
    /// <summary>What the encrypted phone of the secretary is bound to.</summary>
    public const string PhonePurpose = "party.organisation.phone";

    public required Guid Id { get; init; }
    public required string DivisionCode { get; set; }
    public required string Name { get; set; }
    public required OrganisationKind Kind { get; set; }

    /// <summary>The organisation above; the topmost has none.</summary>
    public Guid? AboveId { get; set; }

    /// <summary>The building that it is for: a standard address.</summary>
    public Guid? BuildingId { get; set; }
    public string? Secretary { get; set; }
    public byte[]? Phone { get; set; }

    /// <summary>How many belong to it, as reported; more than those who are entered here.</summary>
    public required int MemberCount { get; set; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it is no more.</summary>
    public DateOnly? Until { get; set; }
    public string? EndReason { get; set; }
    public int Version { get; set; } = 1;

    public string Subject => $"party-organisation/{Id}";

    /// <summary>
    /// Whether one of a kind and division may stand under another. Kinds descend on every way down, so no way leads back to where it began.
    /// </summary>
    public static bool MayStandUnder(OrganisationKind kind, string division, OrganisationKind aboveKind, string aboveDivision) =>
        aboveKind < kind && division.StartsWith(aboveDivision, StringComparison.Ordinal);
}
