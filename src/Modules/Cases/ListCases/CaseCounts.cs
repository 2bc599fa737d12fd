using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ListCases;

/// <summary>How many cases there are in each state. Counting stops early, so that it stays quick in any crowd.</summary>
/// <param name="ByStatus">What was counted.</param>
/// <param name="More">States in which counting stopped: there are as many as counted, or more.</param>
internal sealed record CaseCounts(IReadOnlyDictionary<CaseStatus, int> ByStatus, IReadOnlyList<CaseStatus> More)
{
    /// <summary>What lies before somebody is counted far, in all its states together; of what is over, and still less of what is found by words, that there is much.</summary>
    internal const int MostOpen = 10_000, MostEnded = 1_000, MostFound = 500;

    /// <summary>How many are in some states; the sum of what was counted.</summary>
    public int In(IEnumerable<CaseStatus> states) => states.Sum(s => ByStatus.GetValueOrDefault(s));

    /// <summary>Whether counting stopped, so that there may be more than <see cref="In"/> says.</summary>
    public bool Capped(IEnumerable<CaseStatus> states) => states.Any(More.Contains);

    /// <summary>Counts in one query.</summary>
    /// <param name="cases">All that meet the conditions.</param>
    /// <param name="words">Whether words are among them: what is found by words is found once, not once for each state.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CaseCounts> OfAsync(IQueryable<Case> cases, bool words, CancellationToken ct)
    {
        (CaseStatus[] States, int Most)[] groups = words
            ? [(Enum.GetValues<CaseStatus>(), MostFound)]
            : [(CaseStatuses.Open, MostOpen), ([CaseStatus.Closed], MostEnded), ([CaseStatus.Declined], MostEnded)];
        var counted = await groups.Select(g => cases.InStates(g.States).Select(c => c.Status).Take(g.Most)).Aggregate((all, next) => all.Concat(next))
            .GroupBy(status => status).Select(g => new { Status = g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Status, c => c.Count, ct);
        return new(counted, [.. groups.Where(g => g.States.Sum(s => counted.GetValueOrDefault(s)) == g.Most).SelectMany(g => g.States)]);
    }
}
