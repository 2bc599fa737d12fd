using System.Globalization;
using Linli.Cases.Alerts;
using Linli.Cases.History;
using Linli.Cases.Loading;
using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Platform.Access;
using Linli.Worktime;

namespace Linli.Cases.SeedDemo;

/// <summary>
/// Lets a case live through its story by the same rules as any other case, so that states, clocks and versions are what
/// they would be had it happened here.
/// </summary>
internal sealed class StoryReplay(Case found, DemoStaff staff, IUnits units, ICalendars calendars, DateTimeOffset now)
{
    private static readonly TimeSpan UntilDispatchedAgain = TimeSpan.FromMinutes(2), UntilAnswered = TimeSpan.FromMinutes(4), Suspended = TimeSpan.FromDays(30);
    private readonly List<HistoryEntry> history = [];
    private readonly List<Assignment> assignments = [];
    private readonly List<Rating> ratings = [];
    private readonly List<GivenAlert> alerts = [];
    private Unit? responsible;
    private string? clerk;

    public CaseRecord Tell(CaseStory story)
    {
        responsible = units.FindByCode(story.UnitCode);
        found.Wind(calendars.For(null));
        history.Add(HistoryEntry.Of(found, CaseAction.Receive, staff.Of(story.Events[0].By), found.ReceivedAt));
        foreach (var happened in story.Events.Skip(1))
        {
            if (story.Rating is { } rating && ratings.Count == 0 && rating.At < happened.At) Rate(rating);
            Live(happened);
        }
        if (story.Rating is { } last && ratings.Count == 0) Rate(last);
        Alert();
        return new(found, history) { Assignments = assignments, Ratings = ratings, Alerts = alerts };
    }

    private void Live(StoryEvent happened)
    {
        switch (happened.Step)
        {
            case StoryStep.Accepted: Do(CaseAction.Accept, happened); break;
            case StoryStep.Declined or StoryStep.Withdrawn: Do(CaseAction.Decline, happened, forReporter: true); break;
            case StoryStep.Dispatched: Dispatch(happened, units.FindByCode(happened.UnitCode!)); break;
            case StoryStep.Returned: Return(happened); break;
            case StoryStep.Taken: Do(CaseAction.Take, happened); break;
            case StoryStep.Suspended: Suspend(happened); break;
            case StoryStep.Resumed: Do(CaseAction.Resume, happened); break;
            case StoryStep.Handled: Handle(happened); break;
            case StoryStep.SentBack: SendBack(happened); break;
            case StoryStep.Verified: Do(CaseAction.Verify, happened); break;
            case StoryStep.Closed: Do(CaseAction.Close, happened, forReporter: true); break;
            case StoryStep.Reopened: Reopen(happened); break;
        }
    }

    private void Return(StoryEvent happened)
    {
        Do(CaseAction.Return, happened);
        foreach (var open in assignments.Where(a => a.EndedAt is null)) open.Return(responsible?.Id, happened.At);
    }

    private void Suspend(StoryEvent happened)
    {
        Do(CaseAction.AskSuspension, happened, then: () => found.Ask(new(happened.At + Suspended, null)));
        Do(CaseAction.Grant, happened with { At = happened.At + UntilAnswered, By = clerk, Text = null }, then: () => found.Grant(happened.At + UntilAnswered));
    }

    private void Do(CaseAction action, StoryEvent happened, bool forReporter = false, Action? then = null)
    {
        var access = new PastAccess(staff.Of(happened.By), found.UnitId);
        if (found.Move(action, access, happened.At) is { } refused) throw new InvalidOperationException($"Story {found.Number}: {action} in state {found.Status} is refused: {refused.Code}");
        then?.Invoke();
        Note(action, access.Actor, happened, forReporter);
    }

    private void Dispatch(StoryEvent happened, Unit? unit)
    {
        clerk = happened.By;
        foreach (var open in assignments.Where(a => a.EndedAt is null)) open.End(AssignmentOutcome.Redispatched, happened.At);
        Do(CaseAction.Dispatch, happened, then: () => { if (unit is { } to) found.GiveTo(to); });
        if (unit is not null) assignments.Add(Assignment.Lead(found, happened.At));
    }

    private void Handle(StoryEvent happened)
    {
        if (found.Status is CaseStatus.Accepted) Dispatch(happened with { At = found.AcceptedAt!.Value + UntilDispatchedAgain, Text = null }, responsible);   // reopened
        Do(CaseAction.Handle, happened, forReporter: true);
        foreach (var open in assignments.Where(a => a.EndedAt is null)) open.End(AssignmentOutcome.Handled, happened.At);
    }

    private void SendBack(StoryEvent happened)
    {
        Do(CaseAction.FailVerification, happened);
        if (found.UnitId is not null) assignments.Add(Assignment.Lead(found, happened.At));
    }

    private void Reopen(StoryEvent happened)
    {
        if (found.ReopenByReporter(happened.At) is not null) return;
        Note(CaseAction.Reopen, Reporting.Stranger, happened, forReporter: false);
    }

    private void Rate(StoryRating rating)
    {
        if (found.Status is not CaseStatus.Closed) return;
        ratings.Add(new()
        {
            Id = Guid.CreateVersion7(rating.At), CaseId = found.Id, Round = found.Reopened, At = rating.At, Satisfied = rating.Satisfied,
            Speed = rating.Speed, Result = rating.Result, Attitude = rating.Manner, Words = rating.Words.Length == 0 ? null : rating.Words,
        });
        found.Satisfied = rating.Satisfied;
        found.Touch();
        if (!rating.Satisfied && rating.At > now.AddDays(-7)) found.AskSecondLook(rating.At);   // at older ones somebody has looked
        history.Add(HistoryEntry.Of(found, CaseAction.Rate, Reporting.Stranger, rating.At));
    }

    private void Note(CaseAction action, Actor actor, StoryEvent happened, bool forReporter)
    {
        found.Wind(Calendar);
        history.Add(HistoryEntry.Of(found, action, actor, happened.At, happened.Text, forReporter: forReporter));
    }

    /// <summary>Alerts that were due before now were given; only later ones are still to come.</summary>
    private void Alert()
    {
        if (found.Clock is not { } clock) return;
        foreach (var alert in clock.AlertsAt(Calendar, Clock.AlertPercents).Where(a => a.At <= now))
        {
            found.Alert(alert.Percent, Calendar);
            alerts.Add(new() { Id = Guid.CreateVersion7(alert.At), CaseId = found.Id, ClockStartedAt = clock.Started, Percent = alert.Percent, At = alert.At });
            history.Add(HistoryEntry.Of(found, CaseAction.Alert, new(ActorKind.System, null, "alerts"), alert.At, alert.Percent.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private WorkCalendar Calendar => calendars.For(found.Status is CaseStatus.Received or CaseStatus.Accepted ? null : found.UnitId);
}
