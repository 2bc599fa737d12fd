namespace Linli.Cases.Loading;

/// <summary>Where a case stands that was worked on elsewhere: what another system recorded, taken over as it is.</summary>
internal sealed record CaseFacts
{
    public required CaseStatus Status { get; init; }
    public required int Version { get; init; }
    public Guid? UnitId { get; init; }
    public Guid? HandlerId { get; init; }
    public int Reopened { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? DispatchedAt { get; init; }
    public DateTimeOffset? HandledAt { get; init; }
    public DateTimeOffset? VerifiedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? HandleDueAt { get; init; }
    public bool? OnTime { get; init; }
    public bool? Satisfied { get; init; }
    public bool Local { get; init; }
}
