using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.Search;

/// <summary>Full-text search as a condition on a query, so that scope and filters hold for what it finds.</summary>
internal static class CaseSearch
{
    private const string OnSqlite = "SELECT case_id, tokens FROM cases_search WHERE cases_search MATCH {0}";

    // OFFSET 0: the words are looked up first. Left free, the planner walks a list and looks for the words in every case, which never ends for rare ones.
    private const string OnPostgres = "SELECT case_id, tokens FROM cases_search WHERE vector @@ to_tsquery('simple', {0}) OFFSET 0";

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
            : db.SearchRows.FromSqlRaw(OnPostgres, string.Join(" & ", tokens));
        return cases.Where(c => hits.Select(h => h.CaseId).Contains(c.Id));
    }
}
