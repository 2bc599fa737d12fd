using System.Globalization;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Search as a condition on a query, so that scope and filters hold for what it finds.</summary>
internal static class RecordSearch
{
    // LIMIT even where all are wanted: the words are looked up first, whatever the planner thinks of the list.
    private const string OnSqlite = "SELECT rowid, record_id, tokens FROM registry_words WHERE registry_words MATCH {0}";
    private const string OnPostgres = "SELECT rowid, record_id, tokens FROM registry_words WHERE vector @@ to_tsquery('simple', {0}) LIMIT {1}";

    /// <summary>FTS5 walks the lists of all terms in step; beside a few rare ones it is cheaper to look whether a record has the others.</summary>
    private const int LookedUp = 4;

    /// <summary>Only records that hold every word, or have the whole text as a name or number, though it be encrypted.</summary>
    /// <param name="records">Those that meet all else in the filter.</param>
    /// <param name="db">Where they are.</param>
    /// <param name="vault">Knows what stands for an encrypted value.</param>
    /// <param name="counts">Knows which words are rare.</param>
    /// <param name="access">Whose search it is.</param>
    /// <param name="filter">With the text.</param>
    /// <param name="most">How many that hold the words are enough; null for all of them.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IQueryable<RegistryRecord>> FoundAsync(this IQueryable<RegistryRecord> records, AppDb db, RecordVault vault, WordCounts counts, IAccess access, RecordFilter filter, int? most, CancellationToken ct)
    {
        var (tokens, keys) = (SearchTokens.ForQuery(filter.Text!), vault.KeysFor(filter.Text!));
        var byKey = db.RecordKeys.Where(k => keys.Contains(k.Fingerprint)).Select(k => k.RecordId);
        if (tokens.Count == 0) return records.Where(r => byKey.Contains(r.Id));
        var (marks, exact) = SearchMarks.Of(filter, access);
        IReadOnlyList<IReadOnlyList<string>> terms = [.. tokens.Select(token => new[] { token }), .. marks];
        var limit = exact && most is { } enough ? enough : long.MaxValue;
        var byWords = db.IsSqlite ? await OnSqliteAsync(db, counts, terms, limit, ct) : db.RecordWords.FromSqlRaw(OnPostgres, string.Join(" & ", terms.Select(term => $"({string.Join(" | ", term)})")), limit);
        var found = byKey.Union(byWords.Select(w => w.RecordId));
        return records.Where(r => found.Contains(r.Id));
    }

    /// <summary>Records that have one word of each term: the rarest terms are looked up, the others looked for.</summary>
    private static async Task<IQueryable<RecordWords>> OnSqliteAsync(AppDb db, WordCounts counts, IReadOnlyList<IReadOnlyList<string>> terms, long limit, CancellationToken ct)
    {
        var known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);   // somebody may type a mark
        foreach (var term in terms) known[$"({string.Join(" OR ", term.Select(word => $"\"{word}\""))})"] = term;
        IReadOnlyList<string> matches = [.. known.Keys];
        if (matches.Count > LookedUp) matches = await counts.FromTheRarestAsync(db, matches, ct);
        var parameters = new List<object> { string.Join(" AND ", matches.Take(LookedUp)) };
        var looks = matches.Skip(LookedUp).Select(match => $" AND ({string.Join(" OR ", known[match].Select(word => $"instr(' ' || tokens || ' ', {Parameter($" {word} ")}) > 0"))})");
        var sql = $"{OnSqlite}{string.Concat(looks)} LIMIT {Parameter(limit)}";
        return db.RecordWords.FromSqlRaw(sql, [.. parameters]);

        string Parameter(object value)
        {
            parameters.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"{{{parameters.Count - 1}}}");
        }
    }
}
