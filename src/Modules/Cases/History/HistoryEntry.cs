using Linli.Platform.Access;

namespace Linli.Cases.History;

/// <summary>One thing that happened to a case. Append-only, saved with the change itself.</summary>
internal sealed class HistoryEntry
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required CaseAction Action { get; init; }
    public required ActorKind ActorKind { get; init; }
    public required Guid? ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>State after it.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Version of the case after it.</summary>
    public required int Version { get; init; }

    /// <summary>What the actor wrote.</summary>
    public string? Remark { get; init; }

    /// <summary>Facts that changed, as a JSON object of old and new values.</summary>
    public string? Facts { get; init; }

    /// <summary>The unit it concerns.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Whether the remark is meant for the reporter.</summary>
    public bool ForReporter { get; init; }

    /// <summary>What was just done to <paramref name="changed"/>.</summary>
    public static HistoryEntry Of(Case changed, CaseAction action, Actor actor, DateTimeOffset at, string? remark = null, string? facts = null, bool forReporter = false) => new()
    {
        Id = Guid.CreateVersion7(at),
        CaseId = changed.Id,
        At = at,
        Action = action,
        ActorKind = actor.Kind,
        ActorId = actor.Id,
        ActorName = actor.Name,
        Status = changed.Status,
        Version = changed.Version,
        Remark = remark,
        Facts = facts,
        UnitId = changed.UnitId,
        ForReporter = forReporter,
    };
}
