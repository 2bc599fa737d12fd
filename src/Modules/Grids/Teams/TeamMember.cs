using Linli.Platform.Access;

namespace Linli.Grids;

/// <summary>Somebody in the team of a grid, from a day until another. Rows are ended, not removed: they are the team's history.</summary>
internal sealed class TeamMember : IInDivision
{
    /// <summary>What the encrypted phone is bound to.</summary>
    public const string PhonePurpose = "grids.team-member.phone";

    public required Guid Id { get; init; }

    /// <summary>The grid.</summary>
    public required string DivisionCode { get; init; }
    public required TeamRole Role { get; init; }

    /// <summary>The account of a worker or stand-in, which has their name.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The name of somebody without an account.</summary>
    public string? Name { get; init; }
    public byte[]? Phone { get; init; }

    /// <summary>When they are on duty, in the written form of <see cref="Worktime.OfficeHours"/>.</summary>
    public string? Hours { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which they are not of the team any more.</summary>
    public DateOnly? Until { get; private set; }
    public int Version { get; private set; } = 1;

    public void Leave(DateOnly day) => (Until, Version) = (day, Version + 1);

    /// <summary>Goes with the ground: the same person in the team of another grid.</summary>
    public TeamMember For(string grid, DateOnly day, Guid id) =>
        new() { Id = id, DivisionCode = grid, Role = Role, AccountId = AccountId, Name = Name, Phone = Phone, Hours = Hours, Since = day };
}
