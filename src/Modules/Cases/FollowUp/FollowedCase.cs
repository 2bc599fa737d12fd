namespace Linli.Cases.FollowUp;

/// <summary>A case as its reporter sees it.</summary>
internal sealed record FollowedCase
{
    public required string Number { get; init; }
    public required CaseStatus Status { get; init; }

    /// <summary>What the reporter wrote.</summary>
    public required string Text { get; init; }
    public required string? Place { get; init; }

    /// <summary>Street and community in words.</summary>
    public required string Division { get; init; }
    public required string? Category { get; init; }

    /// <summary>The unit that has it, once dispatched.</summary>
    public required string? Unit { get; init; }
    public required string? UnitPhone { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>By when the next step is promised; null when no clock runs.</summary>
    public required DateTimeOffset? DueAt { get; init; }
    public required bool Overdue { get; init; }

    /// <summary>When it counts as handled.</summary>
    public required string? Standard { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<FollowUpNode> Nodes { get; init; }

    /// <summary>Until when "not fixed" takes the case up again; null when it cannot.</summary>
    public required DateTimeOffset? NotFixedUntil { get; init; }

    /// <summary>Whether this closing can still be rated.</summary>
    public required bool CanRate { get; init; }
    public required GivenRating? Rating { get; init; }
}

/// <summary>Something that happened, for the reporter.</summary>
/// <param name="At">When.</param>
/// <param name="Action">What.</param>
/// <param name="Unit">By or to which unit.</param>
/// <param name="Words">What the reporter is told, or told us.</param>
/// <param name="Files">Keys of photos and files that came with it.</param>
internal sealed record FollowUpNode(DateTimeOffset At, CaseAction Action, string? Unit, string? Words, IReadOnlyList<FollowUpFile> Files);

/// <summary>A photo or file the reporter may see.</summary>
internal sealed record FollowUpFile(Guid Id, string Name, bool IsPhoto);

/// <summary>The rating of the last closing.</summary>
internal sealed record GivenRating(bool Satisfied, int? Speed, int? Result, int? Attitude, string? Words);
