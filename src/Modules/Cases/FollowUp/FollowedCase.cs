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
    public required string? CategoryCode { get; init; }

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

    /// <summary>Whether a supervisor is to look at it again, because a reporter is not satisfied.</summary>
    public required bool AwaitsSecondLook { get; init; }

    /// <summary>Where and how the reporter is told; null where they left no address.</summary>
    public required TellingAddresses? Telling { get; init; }
}

/// <summary>How a reporter is told of their case.</summary>
/// <param name="Phone">The number, masked.</param>
/// <param name="Email">The mail address, masked.</param>
/// <param name="By">What they chose; null: by mail where they left an address, else by phone.</param>
/// <param name="PhoneOut">Whether the number wants no messages of any case.</param>
/// <param name="EmailOut">Whether the mailbox wants none.</param>
internal sealed record TellingAddresses(string? Phone, string? Email, Telling? By, bool PhoneOut, bool EmailOut);

/// <summary>Something that happened, for the reporter.</summary>
/// <param name="At">When.</param>
/// <param name="Action">What.</param>
/// <param name="Unit">By or to which unit.</param>
/// <param name="Words">What the reporter is told, or told us.</param>
/// <param name="Files">Keys of photos and files that came with it.</param>
/// <param name="Part">The part of the case it happened to; null for the whole.</param>
internal sealed record FollowUpNode(DateTimeOffset At, CaseAction Action, string? Unit, string? Words, IReadOnlyList<FollowUpFile> Files, string? Part);

/// <summary>A photo or file the reporter may see.</summary>
internal sealed record FollowUpFile(Guid Id, string Name, bool IsPhoto);

/// <summary>The rating of the last closing.</summary>
internal sealed record GivenRating(bool Satisfied, int? Speed, int? Result, int? Attitude, string? Words);
