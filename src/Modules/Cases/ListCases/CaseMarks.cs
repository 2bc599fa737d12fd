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
        CaseMark.PromptlyAccepted => c => c.AnsweredIn <= Promptly,
        CaseMark.Returned => c => c.EverReturned,
        CaseMark.Reopened => c => c.Reopened > 0,
        CaseMark.Satisfied => c => c.Satisfied == true,
        CaseMark.Dissatisfied => c => c.Satisfied == false,
        CaseMark.Ruled => c => c.Ruled,
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };
}
