using Linli.Cases.Deadlines;
using Linli.Cases.Loading;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Linli.Worktime;

namespace Linli.Cases;

/// <summary>One thing somebody reported and somebody must settle.</summary>
internal sealed class Case : IInDivision
{
    /// <summary>How long after closing a reporter may say that it is not fixed.</summary>
    public static readonly TimeSpan ReopenWithin = TimeSpan.FromDays(10);

    /// <summary>How long a case may stand still at a time.</summary>
    public static readonly TimeSpan LongestSuspension = TimeSpan.FromDays(60);

    /// <summary>How often more time may be granted while a unit has the case.</summary>
    public const int MostExtensions = 2;

    /// <summary>Digits of the code of a district.</summary>
    public const int DistrictCode = 6;

    /// <summary>The level that rings, and the first step of an alarm.</summary>
    public const int Gravest = 1, FirstAlarm = 1;

    /// <summary>How often units may return a case before a meeting decides whose it is.</summary>
    public const int MostReturns = 2;

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
    public int Level { get; set; } = 4;

    /// <summary>Since when it rings: of the first level, and nobody on duty has answered for it yet. Null when it does not.</summary>
    public DateTimeOffset? AlarmAt { get; private set; }

    /// <summary>How far the alarm has gone: <see cref="FirstAlarm"/>, then those above as well.</summary>
    public int AlarmStep { get; private set; }

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

    /// <summary>首办: the unit that answers for the case: the first it was given to, until another takes it on.</summary>
    public Guid? AccountableUnitId { get; private set; }

    /// <summary>Parts of units in it that have not ended; loaded with the case where actions are decided.</summary>
    public IReadOnlyList<Assignment> OpenParts { get; set; } = [];

    /// <summary>What the unit has asked leave for and nobody has answered yet.</summary>
    public Asked? Asked { get; private set; }

    /// <summary>When the clock of handling stood still; null when it never did.</summary>
    public IReadOnlyList<Pause>? Pauses { get; private set; }

    /// <summary>When a suspended case goes on by itself.</summary>
    public DateTimeOffset? SuspendedUntil { get; private set; }

    /// <summary>What was granted beyond the limit of handling.</summary>
    public Limit? Extension { get; private set; }

    /// <summary>How often it was granted.</summary>
    public int Extensions { get; private set; }

    /// <summary>How often units returned it since it was accepted.</summary>
    public int Returns { get; private set; }

    /// <summary>Whether a meeting has ruled whose it is.</summary>
    public bool Ruled { get; private set; }

    /// <summary>How often somebody pushed, since it was accepted.</summary>
    public int Urged { get; private set; }

    /// <summary>督办: the day by which it must be settled under a supervisor's eyes; null while nobody supervises it.</summary>
    public DateOnly? SupervisedUntil { get; private set; }

    /// <summary>Who supervises it.</summary>
    public Guid? SupervisorId { get; private set; }

    /// <summary>When the unit last answered the supervisor.</summary>
    public DateTimeOffset? SupervisorAnsweredAt { get; private set; }

    /// <summary>The unit in whose score the case does not count, because its appeal was granted.</summary>
    public Guid? ExcusedUnitId { get; private set; }

    /// <summary>The case that this one was merged into.</summary>
    public Guid? MasterId { get; private set; }

    /// <summary>Where it stood when it was merged.</summary>
    public CaseStatus? MergedFrom { get; private set; }

    /// <summary>The case that this one is a part of.</summary>
    public Guid? WholeId { get; init; }

    /// <summary>How many parts of it are open.</summary>
    public int PartsOpen { get; private set; }

    /// <summary>Whether one of its parts was late.</summary>
    public bool PartsLate { get; private set; }

    /// <summary>The division whose desk is to take it in or give it out; null: any that sees it.</summary>
    public string? Desk { get; private set; }

    /// <summary>基层: whether the unit it was given to serves a street or less.</summary>
    public bool Local { get; private set; }

    /// <summary>How many cases were merged into this one.</summary>
    public int Joined { get; private set; }

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

    /// <summary>Minutes from the report to its acceptance, or to being declined, the first time.</summary>
    public int? AnsweredIn { get; private set; }

    /// <summary>Minutes from the report to the last close.</summary>
    public int? SettledIn { get; private set; }

    /// <summary>Whether a unit has ever returned it.</summary>
    public bool EverReturned { get; private set; }

    /// <summary>When it must have been handled; kept after the clock stopped.</summary>
    public DateTimeOffset? HandleDueAt { get; private set; }

    /// <summary>Whether it was handled within its limit; null while open.</summary>
    public bool? OnTime { get; private set; }

    /// <summary>受理告知: whether the reporter was told that it was accepted or declined; null where there is nobody to tell.</summary>
    public Notice? AcceptanceNotice { get; set; }

    /// <summary>办理告知: whether the reporter was told the result of the last closing; null where there is nobody to tell.</summary>
    public Notice? ResultNotice { get; set; }

    /// <summary>The reporter's last word; null without one.</summary>
    public bool? Satisfied { get; set; }

    /// <summary>二次核查: since when it waits for a supervisor, because a reporter is not satisfied with its close; null when it does not.</summary>
    public DateTimeOffset? SecondLookAt { get; private set; }

    /// <summary>The running clock, which the state and the promise define.</summary>
    public Clock? Clock => CaseClock.Of(Status, ReceivedAt, AcceptedAt, DispatchedAt, Promise, Pauses, Extension);

    /// <summary>Moves along a line of <see cref="CaseTransitions"/> and starts or stops clocks.</summary>
    public Problem? Move(CaseAction action, IAccess access, DateTimeOffset now)
    {
        if (this.Refusal(action, access) is { } refusal) return refusal;
        Apply(action, CaseTransitions.Of(action).To ?? Status, access.Actor.Id, now);
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
        (HandleDueAt, OnTime, Satisfied, Local) = (facts.HandleDueAt, facts.OnTime, facts.Satisfied, facts.Local);
        (AnsweredIn, SettledIn) = (AcceptedAt is { } accepted ? MinutesTo(accepted) : null, Status is CaseStatus.Closed && ClosedAt is { } closed ? MinutesTo(closed) : null);
        return this;
    }

    /// <summary>Names the lead unit.</summary>
    public void Lead(Guid? unit) => UnitId = unit;

    /// <summary>Gives the case to a unit. It answers for the case if none did before, or if a meeting ruled so.</summary>
    public void GiveTo(Unit unit) =>
        (UnitId, AccountableUnitId, Local) = (unit.Id, Ruled ? unit.Id : AccountableUnitId ?? unit.Id, unit.DivisionCode.Length > DistrictCode);

    /// <summary>Is in another division from now on; a desk that is not around it does not have it any more.</summary>
    public void MoveTo(string division) => (DivisionCode, Desk) = (division, Desk is not null && division.StartsWith(Desk, StringComparison.Ordinal) ? Desk : null);

    /// <summary>It lies on the desk of a division from now on.</summary>
    public void PassTo(string desk) => Desk = desk;

    /// <summary>Goes on in so many parts; after the move.</summary>
    public void GoOnIn(int parts) => PartsOpen = parts;

    /// <summary>One of its parts has ended. With the last one it is closed.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool PartEnds(bool late, DateTimeOffset now)
    {
        (PartsOpen, PartsLate) = (PartsOpen - 1, PartsLate || late);
        if (PartsOpen == 0) Apply(CaseAction.Complete, CaseStatus.Closed, null, now);
        else Touch();
        return PartsOpen == 0;
    }

    /// <summary>Whether units are consulted about it now.</summary>
    public bool IsDiscussed => OpenParts.Any(p => p.Role is AssignmentRole.Consult);

    /// <summary>The open part of a unit that assists; null where it has none.</summary>
    public Assignment? PartOf(Guid? unit) => OpenParts.FirstOrDefault(p => p.Role is AssignmentRole.Assist && p.UnitId == unit);

    /// <summary>The unit asks for leave.</summary>
    public void Ask(Asked asked) => Asked = asked;

    /// <summary>The unit gets what it asked for: the clock stands still, or there is more time.</summary>
    public void Grant(DateTimeOffset now)
    {
        if (Asked!.More is { } more) (Extension, Extensions) = (Extension is { } granted ? granted + more : more, Extensions + 1);
        else (Status, SuspendedUntil, Pauses) = (CaseStatus.Suspended, Asked.Until, [.. Pauses ?? [], new(now)]);
        Asked = null;
    }

    /// <summary>The unit does not get what it asked for.</summary>
    public void Refuse() => Asked = null;

    /// <summary>A suspended case goes on because its day has come.</summary>
    public void ResumeByItself(DateTimeOffset now) => Apply(CaseAction.Resume, CaseStatus.Handling, null, now);

    /// <summary>Somebody follows it to its end.</summary>
    public void Supervise(Guid? supervisor, DateOnly until) => (SupervisorId, SupervisedUntil) = (supervisor, until);

    /// <summary>A reporter is not satisfied with its close, so a supervisor looks at it again.</summary>
    public void AskSecondLook(DateTimeOffset now) => SecondLookAt ??= now;

    /// <summary>A supervisor has looked, and lets it stay closed.</summary>
    public void EndSecondLook() => SecondLookAt = null;

    /// <summary>Does not count in the score of a unit.</summary>
    public void Excuse(Guid unit) => ExcusedUnitId = unit;

    /// <summary>Follows another case from now on; after the move.</summary>
    public void Follow(Case master) => MasterId = master.Id;

    /// <summary>Another case follows this one from now on.</summary>
    public void TakeIn() => (Joined, Version) = (Joined + 1, Version + 1);

    /// <summary>A case that followed this one goes its own way again.</summary>
    public void LetGo() => (Joined, Version) = (Joined - 1, Version + 1);

    /// <summary>Notes that a message about an action is on its way to the reporter.</summary>
    /// <returns>Whether it counts in the notice rates.</returns>
    public bool Owe(CaseAction action)
    {
        if (action is CaseAction.Accept or CaseAction.Decline && AcceptanceNotice is null) AcceptanceNotice = Notice.Owed;
        else if (action is CaseAction.Close or CaseAction.Settle or CaseAction.Complete) ResultNotice = Notice.Owed;
        else return false;
        return true;
    }

    /// <summary>Rings, where it is of the first level.</summary>
    /// <returns>Whether it does.</returns>
    public bool Ring(DateTimeOffset now)
    {
        (AlarmAt, AlarmStep) = Level == Gravest ? (now, FirstAlarm) : ((DateTimeOffset?)null, 0);
        return AlarmAt is not null;
    }

    /// <summary>Nobody on duty answered in time.</summary>
    public void RingHigher() => AlarmStep++;

    /// <summary>Is of another level from now on.</summary>
    /// <returns>Whether it rings.</returns>
    public bool Regrade(int level, DateTimeOffset now)
    {
        Level = level;
        return Ring(now);
    }

    /// <summary>Counts a change that leaves the state as it is.</summary>
    public void Touch() => Version++;

    /// <summary>Computes due time and next alert of the running clock.</summary>
    public void Wind(WorkCalendar calendar)
    {
        DueAt = Clock?.Due(calendar);
        if (CaseStatuses.WithUnit.Contains(Status)) HandleDueAt = DueAt ?? HandleDueAt;
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
        var (clockBefore, statusBefore) = (Clock, Status);
        (Status, Version) = (to, Version + 1);
        switch (action)
        {
            case CaseAction.Accept: (AcceptedAt, AnsweredIn) = (now, AnsweredIn ?? MinutesTo(now)); break;
            case CaseAction.Dispatch: StartHandling(now); break;
            case CaseAction.Settle:
                (AcceptedAt, AnsweredIn) = (AcceptedAt ?? now, AnsweredIn ?? MinutesTo(now));
                StartHandling(now);
                (HandledAt, HandlerId, ClosedAt, SettledIn, OnTime) = (now, actor, now, MinutesTo(now), true);
                break;
            case CaseAction.Split:
                (AcceptedAt, AnsweredIn) = (AcceptedAt ?? now, AnsweredIn ?? MinutesTo(now));
                (UnitId, HandlerId, DispatchedAt, PartsLate) = (null, null, null, false);
                break;
            case CaseAction.Complete: (HandledAt, ClosedAt, SettledIn, OnTime) = (now, now, MinutesTo(now), !PartsLate); break;
            case CaseAction.Rule: StartHandling(now); Ruled = true; break;
            case CaseAction.Take: (HandlerId, AccountableUnitId) = (actor, UnitId); break;
            case CaseAction.Handle: (HandledAt, HandlerId, AccountableUnitId, Asked) = (now, actor, UnitId, null); break;
            case CaseAction.Resume: (Pauses, SuspendedUntil) = ([.. Pauses!.Select(p => p with { To = p.To ?? now })], null); break;
            case CaseAction.Return: (Returns, EverReturned, HandlerId, Asked) = (Returns + 1, true, null, null); break;
            case CaseAction.Insist: HandlerId = null; break;
            case CaseAction.Urge: Urged++; break;
            case CaseAction.Acknowledge: AlarmAt = null; break;
            case CaseAction.AnswerSupervisor: SupervisorAnsweredAt = now; break;
            case CaseAction.Merge: (MergedFrom, ClosedAt) = (statusBefore, now); break;
            case CaseAction.Unmerge: (Status, MergedFrom, MasterId, ClosedAt) = (MergedFrom!.Value, null, null, null); break;
            case CaseAction.Verify: VerifiedAt = now; break;
            case CaseAction.FailVerification: HandledAt = null; break;   // the clock of handling goes on
            case CaseAction.Close: (ClosedAt, SettledIn, OnTime) = (now, MinutesTo(now), HandleDueAt is null || HandledAt <= HandleDueAt); break;
            case CaseAction.Decline: (ClosedAt, AnsweredIn) = (now, AnsweredIn ?? MinutesTo(now)); break;
            case CaseAction.Reopen:
                (AcceptedAt, HandledAt, VerifiedAt, ClosedAt, SettledIn, OnTime, Satisfied, Reopened) = (now, null, null, null, null, null, null, Reopened + 1);
                (HandlerId, Returns, Ruled, Urged, Desk, ResultNotice, ExcusedUnitId, SecondLookAt) = (null, 0, false, 0, null, null, null, null);
                break;
        }
        var ended = Status is CaseStatus.Closed or CaseStatus.Declined;
        if (action is CaseAction.Conclude or CaseAction.Lift || ended) (SupervisedUntil, SupervisorId, SupervisorAnsweredAt) = (null, null, null);
        if (ended) AlarmAt = null;   // a merged case keeps it, for unmerging gives back what was there
        if (Clock is { } running && running == clockBefore) return;
        Alerted = 0;
        if (Clock is null) (DueAt, NextAlertAt) = (null, null);
    }

    private int MinutesTo(DateTimeOffset at) => (int)Math.Min(int.MaxValue, (at - ReceivedAt).TotalMinutes);

    private void StartHandling(DateTimeOffset now)
    {
        (DispatchedAt, HandlerId, Asked, Pauses, SuspendedUntil, Extension, Extensions) = (now, null, null, null, null, null, 0);
    }
}
