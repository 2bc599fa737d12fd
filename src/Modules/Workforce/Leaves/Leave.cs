using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>Kinds of leave.</summary>
internal enum LeaveKind
{
    /// <summary>年休假: counted against the year's balance.</summary>
    Annual,

    /// <summary>病假</summary>
    Sick,

    /// <summary>事假</summary>
    Personal,

    /// <summary>调休: for work on days off.</summary>
    InLieu,
}

/// <summary>How leave that was asked for stands.</summary>
internal enum LeaveState
{
    /// <summary>Waits for an answer.</summary>
    Asked,

    /// <summary>Granted: an absence in the grids they serve.</summary>
    Granted,

    /// <summary>Refused, with the reason.</summary>
    Refused,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>Leave of a worker, first and last day included.</summary>
internal sealed class Leave : IInDivision
{
    /// <summary>What the encrypted reason is bound to.</summary>
    public const string ReasonPurpose = "workforce.leave.reason";

    public required Guid Id { get; init; }
    public required Guid WorkerId { get; init; }
    public required string DivisionCode { get; init; }
    public required LeaveKind Kind { get; init; }
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }

    /// <summary>Why; it may tell of an illness.</summary>
    public byte[]? Reason { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public LeaveState State { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Answer { get; private set; }
    public int Version { get; private set; } = 1;

    public string Subject => $"leave/{Id}";

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(FirstDay.AddDays);

    public bool TryDecide(bool granted, string? answer, string by, DateTimeOffset now)
    {
        if (State is not LeaveState.Asked) return false;
        (State, Answer, DecidedBy, DecidedAt, Version) = (granted ? LeaveState.Granted : LeaveState.Refused, answer, by, now, Version + 1);
        return true;
    }

    public bool TryWithdraw()
    {
        if (State is not (LeaveState.Asked or LeaveState.Granted)) return false;
        (State, Version) = (LeaveState.Withdrawn, Version + 1);
        return true;
    }
}
