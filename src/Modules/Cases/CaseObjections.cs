using Linli.Platform.Access;
using Linli.Platform.Problems;

namespace Linli.Cases;

/// <summary>What a case, or who asks, has against an action beyond the table of <see cref="CaseTransitions"/>.</summary>
internal static class CaseObjections
{
    /// <summary>What stands against an action of the caller on a case; null where nothing does.</summary>
    public static Problem? Refusal(this Case found, CaseAction action, IAccess access)
    {
        var line = CaseTransitions.Of(action);
        if (!access.May(line.Permission)) return Problem.Forbidden;
        return line.From.Contains(found.Status) ? Objection(found, action, access) : CaseErrors.NotNow;
    }

    private static Problem? Objection(Case found, CaseAction action, IAccess access) => action switch
    {
        CaseAction.Take or CaseAction.Progress or CaseAction.Handle or CaseAction.Return or CaseAction.AskSuspension or CaseAction.AskExtension or CaseAction.Resume or CaseAction.AnswerSupervisor or CaseAction.Appeal
            when found.UnitId is null || found.UnitId != access.Unit => CaseErrors.NotYourUnit,
        CaseAction.FinishPart when found.PartOf(access.Unit) is null => CaseErrors.NotYourUnit,
        CaseAction.Handle when found.OpenParts.Any(p => p.Role is AssignmentRole.Assist) => CaseErrors.PartsOpen,
        CaseAction.AskSuspension or CaseAction.AskExtension when found.Asked is not null => CaseErrors.AlreadyAsked,
        CaseAction.AskExtension when found.Extensions == Case.MostExtensions => CaseErrors.ExtendedEnough,
        CaseAction.Grant or CaseAction.Refuse when found.Asked is null => CaseErrors.NothingAsked,
        CaseAction.Supervise when found.SupervisedUntil is not null => CaseErrors.SupervisedAlready,
        CaseAction.AnswerSupervisor or CaseAction.Conclude or CaseAction.Lift when found.SupervisedUntil is null => CaseErrors.NotSupervised,
        CaseAction.Merge when found.Joined > 0 => CaseErrors.LeadsOthers,
        CaseAction.Merge or CaseAction.Split or CaseAction.Reopen when found.WholeId is not null => CaseErrors.PartOfWhole,
        CaseAction.Settle when access.Unit is null => CaseErrors.NotYourUnit,
        CaseAction.Consult or CaseAction.Close or CaseAction.Decline or CaseAction.Merge or CaseAction.Split or CaseAction.Settle when found.IsDiscussed => CaseErrors.ConsultationOpen,
        CaseAction.EndConsultation when !found.IsDiscussed => CaseErrors.NoConsultation,
        CaseAction.Accept or CaseAction.Decline or CaseAction.Dispatch or CaseAction.Insist or CaseAction.Settle or CaseAction.Pass or CaseAction.Split
            when found.Desk is not null && !access.Sees(found.Desk) => CaseErrors.AtAnotherDesk,
        CaseAction.Return when found.Ruled => CaseErrors.Ruled,
        CaseAction.Dispatch or CaseAction.Insist or CaseAction.Split when found.Status is CaseStatus.Returned && found.Returns >= Case.MostReturns => CaseErrors.CoordinateFirst,
        CaseAction.Verify or CaseAction.FailVerification when found.HandlerId is { } handler && handler == access.Actor.Id => CaseErrors.OwnWork,
        CaseAction.Dispatch when found.CategoryCode is null => CaseErrors.NoCategoryYet,
        CaseAction.Acknowledge when found.AlarmAt is null => CaseErrors.NotNow,
        CaseAction.Acknowledge when !access.May(CasesPolicies.Alarm) && !(found.AlarmStep > Case.FirstAlarm && access.May(CasesPolicies.AlarmAbove)) => Problem.Forbidden,
        _ => null,
    };
}
