namespace Linli.Party;

/// <summary>What happened to a project, written with the change and never changed.</summary>
internal sealed class ProjectEvent
{
    public required Guid Id { get; init; }
    public required Guid ProjectId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Name of who did it.</summary>
    public required string ActedBy { get; init; }

    /// <summary>The state it went into; null when only facts were changed.</summary>
    public ProjectState? State { get; init; }
    public string? Remark { get; init; }
}
