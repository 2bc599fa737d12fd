namespace Linli.Cases;

/// <summary>Where a case stands; after GB/T 30428: collect, file, dispatch, handle, report back, check, close.</summary>
internal enum CaseStatus
{
    Received,
    Accepted,
    Dispatched,
    Handling,

    /// <summary>挂起: the clock stands still, with leave and to a day.</summary>
    Suspended,

    /// <summary>退回: the unit says that it is not its business; it answers for the case until another takes it on.</summary>
    Returned,

    /// <summary>待协调: a meeting decides whose business it is.</summary>
    Coordinating,

    /// <summary>拆分: it goes on in parts of its own, and closes with the last of them.</summary>
    Split,
    Handled,
    Verified,
    Closed,
    Declined,

    /// <summary>并案: it follows another case, its master.</summary>
    Merged,
}

internal static class CaseStatuses
{
    /// <summary>States in which somebody still has to do something.</summary>
    public static readonly CaseStatus[] Open =
        [
        CaseStatus.Received, CaseStatus.Accepted, CaseStatus.Dispatched, CaseStatus.Handling, CaseStatus.Suspended, CaseStatus.Returned, CaseStatus.Coordinating,
        CaseStatus.Split, CaseStatus.Handled, CaseStatus.Verified,
    ];

    /// <summary>States in which a unit works on it, or disputes that it should: the clock of handling runs, or stands still with leave.</summary>
    public static readonly CaseStatus[] WithUnit = [CaseStatus.Dispatched, CaseStatus.Handling, CaseStatus.Suspended, CaseStatus.Returned, CaseStatus.Coordinating];

    /// <summary>Whether the unit of a case is only a suggestion. A closed case was its unit's, even where another system did not say since when.</summary>
    public static bool IsOnlySuggested(this CaseStatus status, DateTimeOffset? dispatchedAt) => dispatchedAt is null && status is not CaseStatus.Closed;

    public static bool IsOpen(this CaseStatus status) => status is not (CaseStatus.Closed or CaseStatus.Declined or CaseStatus.Merged);
}
