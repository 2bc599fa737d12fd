namespace Linli.Cases.Watching;

/// <summary>关注: somebody wants to know what others do to a case.</summary>
internal sealed class Watch
{
    public required Guid CaseId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>When they last looked at it.</summary>
    public required DateTimeOffset SeenAt { get; set; }
}

/// <summary>提到: somebody was called by name in what another wrote about a case.</summary>
internal sealed class Mention
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The entry of the history that names them.</summary>
    public required Guid EntryId { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When they looked at the case; null until then.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}
