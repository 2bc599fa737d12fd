namespace Linli.Cases.Alerts;

/// <summary>Somebody was told that a share of a limit is used up. Once per clock and share.</summary>
internal sealed class GivenAlert
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Which clock: each run of it starts at its own moment.</summary>
    public required DateTimeOffset ClockStartedAt { get; init; }

    /// <summary>50, 80, 100 or 200.</summary>
    public required int Percent { get; init; }
    public required DateTimeOffset At { get; init; }
}
