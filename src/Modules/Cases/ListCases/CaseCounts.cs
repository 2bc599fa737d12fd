using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.ListCases;

/// <summary>How many cases there are in each state. Counting stops early, so that it stays quick in any crowd.</summary>
/// <param name="ByStatus">What was counted.</param>
/// <param name="More">States in which counting stopped: there are as many as counted, or more.</param>
internal sealed record CaseCounts(IReadOnlyDictionary<CaseStatus, int> ByStatus, IReadOnlyList<CaseStatus> More)
{
    /// <summary>Of what waits for somebody is counted far; of what is over, and still less of what is found by words, that there is much.</summary>
    internal const int MostOpen = 20_000, MostEnded = 1_000, MostFound = 200;

    /// <summary>How many are in some states; the sum of what was counted.</summary>
    public int In(IEnumerable<CaseStatus> states) => states.Sum(s => ByStatus.GetValueOrDefault(s));

    /// <summary>Whether counting stopped, so that there may be more than <see cref="In"/> says.</summary>
    public bool Capped(IEnumerable<CaseStatus> states) => states.Any(More.Contains);

    // From one division to the next in the index of counts, which is read once for each and not once for each case. PostgreSQL compares the category while it walks on, which is as quick.
    private const string Divisions = """
        WITH RECURSIVE division(code) AS (
            SELECT min(division_code) FROM cases_case WHERE status = {0} AND division_code >= {1} AND division_code < {2}
            UNION ALL
            SELECT (SELECT min(division_code) FROM cases_case WHERE status = {0} AND division_code > division.code AND division_code < {2}) FROM division WHERE division.code IS NOT NULL)
        SELECT code AS "Value" FROM division WHERE code IS NOT NULL
        """;

    /// <summary>Counts what is open together and each way to end for itself, in one round trip; the index of counts has the states side by side.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="cases">All that meet the conditions.</param>
    /// <param name="states">The states to count.</param>
    /// <param name="within">Begins the codes of the divisions, where these are so few that it pays to look for the other conditions in each of them.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CaseCounts> OfEachAsync(AppDb db, IQueryable<Case> cases, IReadOnlyList<CaseStatus> states, string? within, CancellationToken ct)
    {
        var ended = states.Where(s => !s.IsOpen()).ToList();
        var counts = ended.Aggregate(ByState(cases.Where(c => CaseStatuses.Open.Contains(c.Status)), MostOpen), (all, state) => all.Concat(ByState(Ended(state), MostEnded)));
        var counted = await counts.ToDictionaryAsync(c => c.Status, c => c.Count, ct);
        var open = counted.Where(c => c.Key.IsOpen()).Sum(c => c.Value) == MostOpen ? CaseStatuses.Open : [];
        return new(counted, [.. open, .. ended.Where(s => counted.GetValueOrDefault(s) == MostEnded)]);

        IQueryable<Case> Ended(CaseStatus state)
        {
            var those = cases.Where(c => c.Status == state);
            if (within is null || !db.IsSqlite) return those;
            var divisions = db.Database.SqlQueryRaw<string>(Divisions, state.ToString(), within, within + ":");
            return those.Where(c => divisions.Contains(c.DivisionCode));
        }
    }

    /// <summary>Counts some states together, where finding costs more than counting.</summary>
    /// <param name="cases">All that meet the conditions.</param>
    /// <param name="states">The states to count.</param>
    /// <param name="most">Where to stop.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CaseCounts> TogetherAsync(IQueryable<Case> cases, IReadOnlyList<CaseStatus> states, int most, CancellationToken ct)
    {
        var counted = await ByState(cases.InStates(states), most).ToDictionaryAsync(c => c.Status, c => c.Count, ct);
        return new(counted, counted.Values.Sum() == most ? states : []);
    }

    private static IQueryable<StateCount> ByState(IQueryable<Case> cases, int most) =>
        cases.Select(c => c.Status).Take(most).GroupBy(status => status).Select(g => new StateCount { Status = g.Key, Count = g.Count() });

    private sealed class StateCount
    {
        public CaseStatus Status { get; init; }
        public int Count { get; init; }
    }
}
