using System.Linq.Expressions;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ListCases;

/// <summary>How many cases there are in each state. Counting stops early, so that it stays quick in any crowd.</summary>
/// <param name="ByStatus">What was counted.</param>
/// <param name="More">States in which counting stopped: there are as many as counted, or more.</param>
internal sealed record CaseCounts(IReadOnlyDictionary<CaseStatus, int> ByStatus, IReadOnlyList<CaseStatus> More)
{
    /// <summary>Of a state that waits for somebody is counted far; of what is over, and still less of what is found by words, that there is much.</summary>
    internal const int MostOpen = 5_000, MostEnded = 1_000, MostFound = 500;

    /// <summary>How many are in some states; the sum of what was counted.</summary>
    public int In(IEnumerable<CaseStatus> states) => states.Sum(s => ByStatus.GetValueOrDefault(s));

    /// <summary>Whether counting stopped, so that there may be more than <see cref="In"/> says.</summary>
    public bool Capped(IEnumerable<CaseStatus> states) => states.Any(More.Contains);

    /// <summary>Counts each of some states for itself, in one round trip; the index of counts has them side by side.</summary>
    public static async Task<CaseCounts> OfEachAsync(AppDb db, IQueryable<Case> cases, IReadOnlyList<CaseStatus> states, CancellationToken ct)
    {
        var parts = states.Select(state => cases.Where(c => c.Status == state).Take(Most(state)).Expression);
        var row = Expression.NewArrayInit(typeof(int), parts.Select(part => Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(Case)], part)));
        var counted = await db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\"").Select(Expression.Lambda<Func<int, int[]>>(row, Expression.Parameter(typeof(int)))).SingleAsync(ct);
        return new(
            states.Zip(counted).Where(c => c.Second > 0).ToDictionary(c => c.First, c => c.Second),
            [.. states.Zip(counted).Where(c => c.Second == Most(c.First)).Select(c => c.First)]);
    }

    /// <summary>Counts some states together, where finding costs more than counting.</summary>
    /// <param name="cases">All that meet the conditions.</param>
    /// <param name="states">The states to count.</param>
    /// <param name="most">Where to stop.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CaseCounts> TogetherAsync(IQueryable<Case> cases, IReadOnlyList<CaseStatus> states, int most, CancellationToken ct)
    {
        var counted = await cases.InStates(states).Select(c => c.Status).Take(most).GroupBy(status => status).Select(g => new { Status = g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Status, c => c.Count, ct);
        return new(counted, counted.Values.Sum() == most ? states : []);
    }

    private static int Most(CaseStatus state) => state.IsOpen() ? MostOpen : MostEnded;
}
