using Linli.Platform.Access;

namespace Linli.Party;

/// <summary>Where somebody belongs.</summary>
internal enum MemberKind
{
    /// <summary>To an organisation here.</summary>
    Own,

    /// <summary>To a unit elsewhere; living here, they have registered here as well (双报到).</summary>
    Registered,
}

/// <summary>党员: a member who does something here. Rows are ended, not removed.</summary>
internal sealed class Member : IInDivision
{
    /// <summary>What the encrypted phone is bound to.</summary>
    public const string PhonePurpose = "party.member.phone";

    public required Guid Id { get; init; }

    /// <summary>The division of the organisation; goes along with it.</summary>
    public required string DivisionCode { get; set; }
    public required Guid OrganisationId { get; set; }
    public required string Name { get; set; }
    public required MemberKind Kind { get; set; }

    /// <summary>The unit that one who is registered here belongs to.</summary>
    public string? HomeUnit { get; set; }
    public byte[]? Phone { get; set; }

    /// <summary>Their account, if they work here.</summary>
    public Guid? AccountId { get; set; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which they are not one here any more.</summary>
    public DateOnly? Until { get; set; }
    public int Version { get; set; } = 1;

    public string Subject => $"party-member/{Id}";
}
