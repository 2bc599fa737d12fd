using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ListCases;

/// <summary>How many cases there are in each state; counting stops at <see cref="Most"/> in each, so that it stays quick in any crowd.</summary>
internal sealed record CaseCounts(IReadOnlyDictionary<CaseStatus, int> ByStatus)
{
    /// <summary>More than this is said as “more than”.</summary>
    public const int Most = 10_000;

    /// <summary>How many are in some states; the sum of what was counted.</summary>
    public int In(IEnumerable<CaseStatus> states) => states.Sum(s => Math.Min(Most, ByStatus.GetValueOrDefault(s)));

    /// <summary>Whether there are more than <see cref="In"/> says.</summary>
    public bool Capped(IEnumerable<CaseStatus> states) => states.Any(s => ByStatus.GetValueOrDefault(s) > Most);

    /// <summary>Counts in one query.</summary>
    public static async Task<CaseCounts> OfAsync(IQueryable<Case> cases, CancellationToken ct)
    {
        var counted = await Enum.GetValues<CaseStatus>()
            .Select(status => cases.InStates([status]).Select(c => c.Status).Take(Most + 1))
            .Aggregate((all, next) => all.Concat(next))
            .GroupBy(status => status).Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(ct);
        return new(counted.ToDictionary(c => c.Status, c => c.Count));
    }
}
