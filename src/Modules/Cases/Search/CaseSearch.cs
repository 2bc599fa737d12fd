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
    private const string LookedUpFirst = " OFFSET 0";

    // Of the few hundred most common words PostgreSQL knows the share of cases that hold them.
    private const string ShareOfTheRarest = """
        SELECT min(coalesce(known.share, 0))::float8 AS "Value"
        FROM unnest({0}) AS word
        LEFT JOIN (SELECT unnest(most_common_elems::text::text[]) AS word, unnest(most_common_elem_freqs) AS share FROM pg_stats
                   WHERE schemaname = current_schema() AND tablename = 'cases_search' AND attname = 'vector') AS known USING (word)
        """;

    /// <summary>Words that this share of all cases hold are soon found in a list that is walked; looking them all up would take seconds at a million cases.</summary>
    private const double Common = 0.01;

    /// <summary>The row that makes a case findable.</summary>
    public static SearchRow RowOf(Case found) => new() { CaseId = found.Id, Tokens = TokensOf(found) };

    public static string TokensOf(Case found) => SearchTokens.ForIndex($"{found.Number} {found.Title} {found.Text} {found.Place}");

    /// <summary>Whether the database knows that many cases hold each of the words. SQLite knows nothing, and finds common words quickly enough.</summary>
    public static async Task<bool> AreCommonAsync(AppDb db, string text, CancellationToken ct)
    {
        if (db.IsSqlite || SearchTokens.ForQuery(text) is not { Count: > 0 } tokens) return false;
        return await db.Database.SqlQueryRaw<double>(ShareOfTheRarest, (object)tokens.ToArray()).SingleAsync(ct) >= Common;
    }

    /// <summary>Only cases that hold every word.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="db">Where they are.</param>
    /// <param name="text">The words.</param>
    /// <param name="common">Whether many cases are known to hold them; makes it quicker, not different.</param>
    public static IQueryable<Case> Matching(this IQueryable<Case> cases, AppDb db, string text, bool common)
    {
        var tokens = SearchTokens.ForQuery(text);
        if (tokens.Count == 0) return cases.Where(_ => false);
        var hits = db.IsSqlite
            ? db.SearchRows.FromSqlRaw(OnSqlite, string.Join(' ', tokens.Select(t => $"\"{t}\"")))
            : db.SearchRows.FromSqlRaw(common ? OnPostgres : OnPostgres + LookedUpFirst, string.Join(" & ", tokens));
        return cases.Where(c => hits.Select(h => h.CaseId).Contains(c.Id));
    }
}
