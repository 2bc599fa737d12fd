namespace Linli.Cases;

/// <summary>One unit's part in a case.</summary>
internal sealed class Assignment
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid UnitId { get; init; }
    public required AssignmentRole Role { get; init; }
    public required DateTimeOffset AssignedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>When the unit was done or the case was given to another.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public AssignmentOutcome? Outcome { get; private set; }

    /// <summary>The part of the unit that has the case now, from now on.</summary>
    public static Assignment Lead(Case found, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), CaseId = found.Id, UnitId = found.UnitId!.Value, Role = AssignmentRole.Lead, AssignedAt = now, DueAt = found.DueAt };

    public void End(AssignmentOutcome outcome, DateTimeOffset at) => (Outcome, EndedAt) = (outcome, at);
}

/// <summary>主办, 协办, 督办</summary>
internal enum AssignmentRole
{
    Lead,
    Assist,
    Supervise,
}

internal enum AssignmentOutcome
{
    Handled,
    Redispatched,
}
