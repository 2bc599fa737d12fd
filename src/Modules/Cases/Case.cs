using Linli.Cases.Deadlines;
using Linli.Cases.Loading;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Linli.Worktime;

namespace Linli.Cases;

/// <summary>One thing somebody reported and somebody must settle.</summary>
internal sealed class Case : IInDivision
{
    /// <summary>How long after closing a reporter may say that it is not fixed.</summary>
    public static readonly TimeSpan ReopenWithin = TimeSpan.FromDays(10);

    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Channel { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>SHA-256 of the secret in the follow-up link.</summary>
    public required byte[] FollowUpHash { get; init; }

    public CaseStatus Status { get; private set; } = CaseStatus.Received;
    public int Version { get; private set; } = 1;

    /// <summary>1 (gravest) to 5.</summary>
    public int Level { get; init; } = 4;

    /// <summary>The grid where known, else the community, street or district.</summary>
    public required string DivisionCode { get; set; }
    public double? Longitude { get; set; }
    public double? Latitude { get; set; }
    public string? Place { get; set; }

    /// <summary>A leaf of the taxonomy; null until somebody or something is sure.</summary>
    public string? CategoryCode { get; set; }

    /// <summary>The lead unit: suggested while the case is not dispatched, then the one that has it.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Whether <see cref="UnitId"/> is only a suggestion.</summary>
    public bool UnitSuggested => Status.IsOnlySuggested(DispatchedAt);

    /// <summary>The account that took or handled it.</summary>
    public Guid? HandlerId { get; private set; }

    /// <summary>Whether the case was closed and taken up again.</summary>
    public int Reopened { get; private set; }

    public Promise Promise { get; set; } = Promise.None;

    /// <summary>When the running clock ends; null when none runs.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The place in lists in order of due time: cases without a running clock come last.</summary>
    public DateTimeOffset DueOrder { get => DueAt ?? CaseClock.Never; private set { } }

    /// <summary>When the next alert of the running clock is due.</summary>
    public DateTimeOffset? NextAlertAt { get; private set; }

    /// <summary>The highest alert given on the running clock, in per cent of the limit.</summary>
    public int Alerted { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? DispatchedAt { get; private set; }
    public DateTimeOffset? HandledAt { get; private set; }
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>When it was closed or declined.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When it must have been handled; kept after the clock stopped.</summary>
    public DateTimeOffset? HandleDueAt { get; private set; }

    /// <summary>Whether it was handled within its limit; null while open.</summary>
    public bool? OnTime { get; private set; }

    /// <summary>The reporter's last word; null without one.</summary>
    public bool? Satisfied { get; set; }

    /// <summary>The running clock, which the state and the promise define.</summary>
    public Clock? Clock => CaseClock.Of(Status, ReceivedAt, AcceptedAt, DispatchedAt, Promise);

    /// <summary>Whether an action on this case is the caller's business, beyond permission and scope.</summary>
    public bool Concerns(CaseAction action, IAccess access) => Objection(action, access) is null;

    private Problem? Objection(CaseAction action, IAccess access) => action switch
    {
        CaseAction.Take or CaseAction.Progress or CaseAction.Handle when UnitId is null || UnitId != access.Unit => CaseErrors.NotYourUnit,
        CaseAction.Verify or CaseAction.FailVerification when HandlerId is { } handler && handler == access.Actor.Id => CaseErrors.OwnWork,
        CaseAction.Dispatch when CategoryCode is null => CaseErrors.NoCategoryYet,
        _ => null,
    };

    /// <summary>Moves along a line of <see cref="CaseTransitions"/> and starts or stops clocks.</summary>
    public Problem? Move(CaseAction action, IAccess access, DateTimeOffset now)
    {
        var line = CaseTransitions.Of(action);
        if (!access.May(line.Permission)) return Problem.Forbidden;
        if (!line.From.Contains(Status)) return CaseErrors.NotNow;
        if (Objection(action, access) is { } objection) return objection;
        Apply(action, line.To ?? Status, access.Actor.Id, now);
        return null;
    }

    /// <summary>The reporter says that it is not fixed.</summary>
    public Problem? ReopenByReporter(DateTimeOffset now)
    {
        if (Status is not CaseStatus.Closed) return CaseErrors.NotNow;
        if (now > ClosedAt + ReopenWithin) return CaseErrors.TooLate;
        Apply(CaseAction.Reopen, CaseStatus.Accepted, null, now);
        return null;
    }

    /// <summary>Takes over where a case stands that was worked on elsewhere. Running clocks are wound by the caller.</summary>
    public Case Restore(CaseFacts facts)
    {
        (Status, Version, UnitId, HandlerId, Reopened) = (facts.Status, facts.Version, facts.UnitId, facts.HandlerId, facts.Reopened);
        (AcceptedAt, DispatchedAt, HandledAt, VerifiedAt, ClosedAt) = (facts.AcceptedAt, facts.DispatchedAt, facts.HandledAt, facts.VerifiedAt, facts.ClosedAt);
        (HandleDueAt, OnTime, Satisfied) = (facts.HandleDueAt, facts.OnTime, facts.Satisfied);
        return this;
    }

    /// <summary>Names the lead unit.</summary>
    public void Lead(Guid? unit) => UnitId = unit;

    /// <summary>Counts a change that leaves the state as it is.</summary>
    public void Touch() => Version++;

    /// <summary>Computes due time and next alert of the running clock.</summary>
    public void Wind(WorkCalendar calendar)
    {
        DueAt = Clock?.Due(calendar);
        if (Status is CaseStatus.Dispatched or CaseStatus.Handling) HandleDueAt = DueAt;
        NextAlertAt = Clock is { } clock ? clock.AlertsAt(calendar, Clock.AlertPercents.Where(p => p > Alerted)).Select(a => (DateTimeOffset?)a.At).FirstOrDefault() : null;
    }

    /// <summary>Notes that an alert was given.</summary>
    public void Alert(int percent, WorkCalendar calendar)
    {
        Alerted = percent;
        Wind(calendar);
    }

    private void Apply(CaseAction action, CaseStatus to, Guid? actor, DateTimeOffset now)
    {
        var clockBefore = Clock;
        (Status, Version) = (to, Version + 1);
        switch (action)
        {
            case CaseAction.Accept: AcceptedAt = now; break;
            case CaseAction.Dispatch: (DispatchedAt, HandlerId) = (now, null); break;
            case CaseAction.Take: HandlerId = actor; break;
            case CaseAction.Handle: (HandledAt, HandlerId) = (now, actor); break;
            case CaseAction.Verify: VerifiedAt = now; break;
            case CaseAction.FailVerification: HandledAt = null; break;   // the clock of handling goes on
            case CaseAction.Close: (ClosedAt, OnTime) = (now, HandleDueAt is null || HandledAt <= HandleDueAt); break;
            case CaseAction.Decline: ClosedAt = now; break;
            case CaseAction.Reopen: (AcceptedAt, HandledAt, VerifiedAt, ClosedAt, OnTime, Satisfied, Reopened) = (now, null, null, null, null, null, Reopened + 1); break;
        }
        if (Clock is { } running && running == clockBefore) return;
        Alerted = 0;
        if (Clock is null) (DueAt, NextAlertAt) = (null, null);
    }
}
