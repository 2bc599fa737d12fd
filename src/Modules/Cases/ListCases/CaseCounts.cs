using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ListCases;

/// <summary>How many cases there are in each state. Counting stops early in each, so that it stays quick in any crowd.</summary>
internal sealed record CaseCounts(IReadOnlyDictionary<CaseStatus, int> ByStatus)
{
    /// <summary>How many are in some states; the sum of what was counted.</summary>
    public int In(IEnumerable<CaseStatus> states) => states.Sum(s => Math.Min(Most(s), ByStatus.GetValueOrDefault(s)));

    /// <summary>Whether there are more than <see cref="In"/> says.</summary>
    public bool Capped(IEnumerable<CaseStatus> states) => states.Any(s => ByStatus.GetValueOrDefault(s) > Most(s));

    /// <summary>Counts in one query.</summary>
    /// <param name="cases">All that meet the conditions.</param>
    /// <param name="words">Whether words are among them: what is found by words is found once and then counted, not once for each state.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CaseCounts> OfAsync(IQueryable<Case> cases, bool words, CancellationToken ct)
    {
        var states = words
            ? cases.Select(c => c.Status)
            : Enum.GetValues<CaseStatus>().Select(status => cases.InStates([status]).Select(c => c.Status).Take(Most(status) + 1)).Aggregate((all, next) => all.Concat(next));
        var counted = await states.GroupBy(status => status).Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(ct);
        return new(counted.ToDictionary(c => c.Status, c => c.Count));
    }

    /// <summary>What lies before somebody is counted far; of what is over, that there is much.</summary>
    private static int Most(CaseStatus status) => status.IsOpen() ? 10_000 : 1_000;
}
