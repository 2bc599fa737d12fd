using Linli.Platform.Access;

namespace Linli.Cases;

/// <summary>One line of the life of a case: who may do what, from where to where.</summary>
/// <param name="Action">What is done.</param>
/// <param name="From">States it starts from.</param>
/// <param name="To">State it leads to; null leaves the state as it is.</param>
/// <param name="Permission">What the actor must hold.</param>
internal sealed record CaseTransition(CaseAction Action, CaseStatus[] From, CaseStatus? To, string Permission);

/// <summary>The whole life of a case, as data. What a person may do next is read from here and nowhere else.</summary>
internal static class CaseTransitions
{
    public static readonly IReadOnlyList<CaseTransition> All =
    [
        new(CaseAction.Accept, [CaseStatus.Received], CaseStatus.Accepted, CasesPolicies.Accept),
        new(CaseAction.Decline, [CaseStatus.Received, CaseStatus.Accepted], CaseStatus.Declined, CasesPolicies.Accept),
        new(CaseAction.Settle, [CaseStatus.Received, CaseStatus.Accepted], CaseStatus.Closed, CasesPolicies.Settle),
        new(CaseAction.Pass, [CaseStatus.Received, CaseStatus.Accepted, CaseStatus.Returned], null, CasesPolicies.Pass),
        new(CaseAction.Split, [CaseStatus.Received, CaseStatus.Accepted, CaseStatus.Returned], CaseStatus.Split, CasesPolicies.Dispatch),
        new(CaseAction.Dispatch, [CaseStatus.Accepted, CaseStatus.Dispatched, CaseStatus.Handling, CaseStatus.Returned], CaseStatus.Dispatched, CasesPolicies.Dispatch),
        new(CaseAction.Take, [CaseStatus.Dispatched], CaseStatus.Handling, CasesPolicies.Handle),
        new(CaseAction.Progress, [CaseStatus.Handling], null, CasesPolicies.Handle),
        new(CaseAction.Handle, [CaseStatus.Dispatched, CaseStatus.Handling], CaseStatus.Handled, CasesPolicies.Handle),
        new(CaseAction.AskSuspension, [CaseStatus.Handling], null, CasesPolicies.Handle),
        new(CaseAction.AskExtension, [CaseStatus.Handling], null, CasesPolicies.Handle),
        new(CaseAction.Grant, [CaseStatus.Handling], null, CasesPolicies.Approve),
        new(CaseAction.Refuse, [CaseStatus.Handling], null, CasesPolicies.Approve),
        new(CaseAction.Resume, [CaseStatus.Suspended], CaseStatus.Handling, CasesPolicies.Handle),
        new(CaseAction.Return, [CaseStatus.Dispatched, CaseStatus.Handling], CaseStatus.Returned, CasesPolicies.Handle),
        new(CaseAction.Insist, [CaseStatus.Returned], CaseStatus.Dispatched, CasesPolicies.Dispatch),
        new(CaseAction.Coordinate, [CaseStatus.Returned], CaseStatus.Coordinating, CasesPolicies.Coordinate),
        new(CaseAction.Rule, [CaseStatus.Coordinating], CaseStatus.Dispatched, CasesPolicies.Coordinate),
        new(CaseAction.Assist, [CaseStatus.Dispatched, CaseStatus.Handling], null, CasesPolicies.Dispatch),
        new(CaseAction.FinishPart, CaseStatuses.WithUnit, null, CasesPolicies.Handle),
        new(CaseAction.Consult, [.. CaseStatuses.Open.Where(s => s is not CaseStatus.Split)], null, CasesPolicies.Consult),
        new(CaseAction.EndConsultation, CaseStatuses.Open, null, CasesPolicies.Consult),
        new(CaseAction.Urge, CaseStatuses.Open, null, CasesPolicies.Urge),
        new(CaseAction.Supervise, CaseStatuses.Open, null, CasesPolicies.Supervise),
        new(CaseAction.AnswerSupervisor, CaseStatuses.Open, null, CasesPolicies.Handle),
        new(CaseAction.Conclude, CaseStatuses.Open, null, CasesPolicies.Supervise),
        new(CaseAction.Lift, CaseStatuses.Open, null, CasesPolicies.Supervise),
        new(CaseAction.IssueLetter, [.. Enum.GetValues<CaseStatus>()], null, CasesPolicies.IssueLetters),
        new(CaseAction.Appeal, [CaseStatus.Closed], null, CasesPolicies.Handle),
        new(CaseAction.Merge, [CaseStatus.Received, CaseStatus.Accepted, CaseStatus.Dispatched, CaseStatus.Handling], CaseStatus.Merged, CasesPolicies.Merge),
        new(CaseAction.Unmerge, [CaseStatus.Merged], null, CasesPolicies.Merge),
        new(CaseAction.Verify, [CaseStatus.Handled], CaseStatus.Verified, CasesPolicies.Verify),
        new(CaseAction.FailVerification, [CaseStatus.Handled], CaseStatus.Dispatched, CasesPolicies.Verify),
        new(CaseAction.Close, [CaseStatus.Verified, CaseStatus.Handled], CaseStatus.Closed, CasesPolicies.Close),
        new(CaseAction.Reopen, [CaseStatus.Closed, CaseStatus.Declined], CaseStatus.Accepted, CasesPolicies.Reopen),
        new(CaseAction.Reply, [.. Enum.GetValues<CaseStatus>()], null, CasesPolicies.Reply),
        new(CaseAction.Reclassify, CaseStatuses.Open, null, CasesPolicies.Classify),
        new(CaseAction.Relocate, CaseStatuses.Open, null, CasesPolicies.Classify),
        new(CaseAction.Regrade, CaseStatuses.Open, null, CasesPolicies.Regrade),
        new(CaseAction.Acknowledge, CaseStatuses.Open, null, CasesPolicies.See),
    ];

    private static readonly Dictionary<CaseAction, CaseTransition> ByAction = All.ToDictionary(t => t.Action);

    /// <summary>The line of an action.</summary>
    public static CaseTransition Of(CaseAction action) => ByAction[action];

    /// <summary>The action that leads a case on towards its close; null where it has ended.</summary>
    public static CaseAction? Onward(CaseStatus status) => status switch
    {
        CaseStatus.Received => CaseAction.Accept,
        CaseStatus.Accepted => CaseAction.Dispatch,
        CaseStatus.Dispatched => CaseAction.Take,
        CaseStatus.Handling => CaseAction.Handle,
        CaseStatus.Returned => CaseAction.Dispatch,
        CaseStatus.Coordinating => CaseAction.Rule,
        CaseStatus.Handled => CaseAction.Verify,
        CaseStatus.Verified => CaseAction.Close,
        _ => null,
    };

    /// <summary>What the caller may do to a case they see.</summary>
    public static IReadOnlyList<CaseAction> For(Case found, IAccess access) =>
        [.. All.Select(t => t.Action).Where(action => found.Refusal(action, access) is null)];
}
