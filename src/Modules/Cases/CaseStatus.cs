namespace Linli.Cases;

/// <summary>Where a case stands; after GB/T 30428: collect, file, dispatch, handle, report back, check, close.</summary>
internal enum CaseStatus
{
    Received,
    Accepted,
    Dispatched,
    Handling,
    Handled,
    Verified,
    Closed,
    Declined,
}

internal static class CaseStatuses
{
    /// <summary>States in which somebody still has to do something.</summary>
    public static readonly CaseStatus[] Open =
        [CaseStatus.Received, CaseStatus.Accepted, CaseStatus.Dispatched, CaseStatus.Handling, CaseStatus.Handled, CaseStatus.Verified];

    /// <summary>Whether the unit of a case is only a suggestion. A closed case was its unit's, even where another system did not say since when.</summary>
    public static bool IsOnlySuggested(this CaseStatus status, DateTimeOffset? dispatchedAt) => dispatchedAt is null && status is not CaseStatus.Closed;

    public static bool IsOpen(this CaseStatus status) => status is not (CaseStatus.Closed or CaseStatus.Declined);
}
