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

    /// <summary>The unit that a unit which returned the case thinks responsible.</summary>
    public Guid? ProposedUnitId { get; private set; }

    /// <summary>The part of the unit that has the case now, from now on.</summary>
    public static Assignment Lead(Case found, DateTimeOffset now) => Of(found, found.UnitId!.Value, AssignmentRole.Lead, now);

    /// <summary>The part of a unit beside the one that leads, from now on; it is due with the whole.</summary>
    public static Assignment Of(Case found, Guid unit, AssignmentRole role, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), CaseId = found.Id, UnitId = unit, Role = role, AssignedAt = now, DueAt = found.DueAt };

    public void End(AssignmentOutcome outcome, DateTimeOffset at) => (Outcome, EndedAt) = (outcome, at);

    /// <summary>The unit gives the case back.</summary>
    public void Return(Guid? proposed, DateTimeOffset at)
    {
        ProposedUnitId = proposed;
        End(AssignmentOutcome.Returned, at);
    }
}

/// <summary>主办, 协办, 督办, 协调, 会商</summary>
internal enum AssignmentRole
{
    Lead,
    Assist,
    Supervise,

    /// <summary>Called to a meeting about the case: the unit sees it until the meeting has ruled.</summary>
    Confer,

    /// <summary>会商: asked for its view of a hard case: the unit sees it until the consultation is concluded.</summary>
    Consult,
}

internal enum AssignmentOutcome
{
    Handled,
    Redispatched,
    Returned,
    Conferred,
}
