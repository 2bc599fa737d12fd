using System.Linq.Expressions;

namespace Linli.Cases.ListCases;

/// <summary>What can be said of a case beyond its state: the conditions behind the indicators, so that a figure and the list behind it count the same.</summary>
internal enum CaseMark
{
    /// <summary>按期: closed, and handled within its limit.</summary>
    OnTime,

    /// <summary>逾期: closed, and handled too late.</summary>
    Late,

    /// <summary>一日办结: closed within 24 hours of the report.</summary>
    WithinDay,

    /// <summary>三日办结: closed within 72 hours of the report.</summary>
    WithinThreeDays,

    /// <summary>基层办结: closed by a unit of a street, community or grid.</summary>
    Local,

    /// <summary>两小时受理: accepted or declined within two hours of the report.</summary>
    PromptlyAccepted,

    /// <summary>退回: a unit said that it was not its business.</summary>
    Returned,

    /// <summary>重办: closed and taken up again.</summary>
    Reopened,

    /// <summary>满意</summary>
    Satisfied,

    /// <summary>不满意</summary>
    Dissatisfied,

    /// <summary>兜底: a meeting gave it to the unit that has it.</summary>
    Ruled,

    /// <summary>已受理告知: the reporter was told that the case was accepted or declined.</summary>
    AcceptanceTold,

    /// <summary>未受理告知: the message that says so has not reached the carrier.</summary>
    AcceptanceUntold,

    /// <summary>已办理告知: the reporter was told the result.</summary>
    ResultTold,

    /// <summary>未办理告知: the message that tells it has not reached the carrier.</summary>
    ResultUntold,

    /// <summary>督办中: a supervisor follows it to its end.</summary>
    Supervised,

    /// <summary>申诉获准: it does not count in the score of the unit that has it.</summary>
    Excused,
}

/// <summary>The conditions of the marks.</summary>
internal static class CaseMarks
{
    private const int Day = 24 * 60, Promptly = 2 * 60;

    public static Expression<Func<Case, bool>> Condition(this CaseMark mark) => mark switch
    {
        CaseMark.OnTime => c => c.Status == CaseStatus.Closed && c.OnTime == true,
        CaseMark.Late => c => c.Status == CaseStatus.Closed && c.OnTime == false,
        CaseMark.WithinDay => c => c.Status == CaseStatus.Closed && c.SettledIn <= Day,
        CaseMark.WithinThreeDays => c => c.Status == CaseStatus.Closed && c.SettledIn <= 3 * Day,
        CaseMark.Local => c => c.Status == CaseStatus.Closed && c.Local,
        CaseMark.PromptlyAccepted => c => c.AnsweredIn <= Promptly,
        CaseMark.Returned => c => c.EverReturned,
        CaseMark.Reopened => c => c.Reopened > 0,
        CaseMark.Satisfied => c => c.Satisfied == true,
        CaseMark.Dissatisfied => c => c.Satisfied == false,
        CaseMark.Ruled => c => c.Ruled,
        CaseMark.AcceptanceTold => c => c.AcceptanceNotice == Notice.Given,
        CaseMark.AcceptanceUntold => c => c.AcceptanceNotice == Notice.Owed,
        CaseMark.ResultTold => c => c.ResultNotice == Notice.Given,
        CaseMark.ResultUntold => c => c.ResultNotice == Notice.Owed,
        CaseMark.Excused => c => c.ExcusedUnitId != null && c.ExcusedUnitId == c.UnitId,
        CaseMark.Supervised => c => c.SupervisedUntil != null,
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };
}
