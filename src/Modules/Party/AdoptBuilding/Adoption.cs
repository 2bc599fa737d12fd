using Linli.Platform.Access;

namespace Linli.Party;

/// <summary>包楼: a member looks after a building from a day on. Rows are ended, not removed; the same two are together only once at a time.</summary>
internal sealed class Adoption : IInDivision
{
    public required Guid Id { get; init; }

    /// <summary>The division of the building.</summary>
    public required string DivisionCode { get; set; }

    /// <summary>The standard address.</summary>
    public required Guid BuildingId { get; init; }
    public required Guid MemberId { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which they do not look after it any more.</summary>
    public DateOnly? Until { get; set; }
    public string? EndReason { get; set; }
    public int Version { get; set; } = 1;

    public string Subject => $"party-adoption/{Id}";

    public void End(DateOnly day, string reason) => (Until, EndReason, Version) = (day < Since ? Since : day, reason, Version + 1);
}
