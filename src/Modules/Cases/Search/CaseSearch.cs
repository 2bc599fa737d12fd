using System.Text.Json;
using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Search;

/// <summary>Full-text search as a condition on a query, so that scope and filters hold for what it finds.</summary>
internal static class CaseSearch
{
    private const string OnSqlite = "SELECT case_id, tokens FROM cases_search WHERE cases_search MATCH {0}";

    private const string OnPostgres = "SELECT case_id, tokens FROM cases_search WHERE vector @@ to_tsquery('simple', {0})";

    // OFFSET 0: the words are looked up first. Left free, the planner walks a list and looks for the words in every case, which never ends for rare ones.
    private const string LookedUpOnPostgres = OnPostgres + " OFFSET 0";

    /// <summary>Where PostgreSQL expects more hits than this, looking all of them up costs more than reading what is newest.</summary>
    private const int Many = 3_000;

    /// <summary>So many of the newest cases are read for frequent words before all hits are looked up after all.</summary>
    private const int Newest = 5_000;

    /// <summary>The row that makes a case findable.</summary>
    public static SearchRow RowOf(Case found) => new() { CaseId = found.Id, Tokens = TokensOf(found) };

    public static string TokensOf(Case found) => SearchTokens.ForIndex($"{found.Number} {found.Title} {found.Text} {found.Place}");

    /// <summary>Only cases that hold every word.</summary>
    public static IQueryable<Case> Matching(this IQueryable<Case> cases, AppDb db, string text)
    {
        var tokens = SearchTokens.ForQuery(text);
        if (tokens.Count == 0) return cases.Where(_ => false);
        var hits = db.IsSqlite
            ? db.SearchRows.FromSqlRaw(OnSqlite, string.Join(' ', tokens.Select(t => $"\"{t}\"")))
            : db.SearchRows.FromSqlRaw(LookedUpOnPostgres, AllOf(tokens));
        return cases.Where(c => hits.Select(h => h.CaseId).Contains(c.Id));
    }

    /// <summary>
    /// Those of the first few thousand cases, in the order they come in, that hold every word: most likely enough for a page where words are frequent.
    /// Null where they are not, as far as the database can tell beforehand, and on SQLite, whose index of words is quick enough for any.
    /// </summary>
    public static async Task<IQueryable<Case>?> AmongFirstAsync(this IOrderedQueryable<Case> cases, AppDb db, string text, CancellationToken ct)
    {
        var tokens = SearchTokens.ForQuery(text);
        if (db.IsSqlite || tokens.Count == 0) return null;
        var plan = await db.Database.SqlQueryRaw<string>("EXPLAIN (FORMAT JSON) " + OnPostgres, AllOf(tokens)).ToListAsync(ct);
        using var expected = JsonDocument.Parse(plan[0]);
        if (expected.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble() < Many) return null;
        var hits = db.SearchRows.FromSqlRaw(OnPostgres, AllOf(tokens));
        return cases.Take(Newest).Where(c => hits.Count(h => h.CaseId == c.Id) > 0);   // counted, not asked for: PostgreSQL would make that a join and look all of them up
    }

    private static string AllOf(IEnumerable<string> tokens) => string.Join(" & ", tokens);
}
