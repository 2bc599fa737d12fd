using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ListCases;

/// <summary>How many cases there are in each state. Counting stops early, so that it stays quick in any crowd.</summary>
internal sealed record CaseCounts(IReadOnlyDictionary<CaseStatus, int> ByStatus)
{
    /// <summary>What lies before somebody is counted far, in all its states together; of what is over, that there is much.</summary>
    private const int MostOpen = 10_000, MostEnded = 1_000;

    /// <summary>How many are in some states; the sum of what was counted.</summary>
    public int In(IEnumerable<CaseStatus> states) => states.Sum(s => Math.Min(s.IsOpen() ? MostOpen : MostEnded, ByStatus.GetValueOrDefault(s)));

    /// <summary>Whether there are more than <see cref="In"/> says.</summary>
    public bool Capped(IEnumerable<CaseStatus> states) => states.Any(s => s.IsOpen() ? OpenCapped : ByStatus.GetValueOrDefault(s) > MostEnded);

    private bool OpenCapped => CaseStatuses.Open.Sum(s => ByStatus.GetValueOrDefault(s)) > MostOpen;

    /// <summary>Counts in one query.</summary>
    /// <param name="cases">All that meet the conditions.</param>
    /// <param name="words">Whether words are among them: what is found by words is found once and then counted, not once for each state.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CaseCounts> OfAsync(IQueryable<Case> cases, bool words, CancellationToken ct)
    {
        var states = words ? cases.Select(c => c.Status) : First(CaseStatuses.Open, MostOpen).Concat(First([CaseStatus.Closed], MostEnded)).Concat(First([CaseStatus.Declined], MostEnded));
        var counted = await states.GroupBy(status => status).Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(ct);
        return new(counted.ToDictionary(c => c.Status, c => c.Count));

        IQueryable<CaseStatus> First(CaseStatus[] of, int most) => cases.InStates(of).Select(c => c.Status).Take(most + 1);
    }
}
