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

    // The keys of the table of words are random, so the lowest of them are a fair sample of it: one in 512, with 2^63 keys in all.
    private const string SampleOnSqlite =
        "SELECT {0} AS term, count(*) AS count FROM (SELECT rowid FROM registry_words WHERE registry_words MATCH {{{0}}} AND rowid < 18014398509481984 LIMIT 500)";

    /// <summary>FTS5 walks the lists of all terms in step; beside a few rare ones it is cheaper to look whether a record has the others.</summary>
    private const int LookedUp = 3;

    /// <summary>Only records that hold every word, or have the whole text as a name or number, though it be encrypted.</summary>
    /// <param name="records">Those that meet all else in the filter.</param>
    /// <param name="db">Where they are.</param>
    /// <param name="vault">Knows what stands for an encrypted value.</param>
    /// <param name="access">Whose search it is.</param>
    /// <param name="filter">With the text.</param>
    /// <param name="most">How many that hold the words are enough; null for all of them.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IQueryable<RegistryRecord>> FoundAsync(this IQueryable<RegistryRecord> records, AppDb db, RecordVault vault, IAccess access, RecordFilter filter, int? most, CancellationToken ct)
    {
        var (tokens, keys) = (SearchTokens.ForQuery(filter.Text!), vault.KeysFor(filter.Text!));
        var byKey = db.RecordKeys.Where(k => keys.Contains(k.Fingerprint)).Select(k => k.RecordId);
        if (tokens.Count == 0) return records.Where(r => byKey.Contains(r.Id));
        var (marks, exact) = SearchMarks.Of(filter, access);
        IReadOnlyList<IReadOnlyList<string>> terms = [.. tokens.Select(token => new[] { token }), .. marks];
        var limit = exact && most is { } enough ? enough : long.MaxValue;
        var byWords = db.IsSqlite ? WithWords(db, await FromTheRarestAsync(db, terms, ct), limit) : WithWords(db, terms, limit);
        var found = byKey.Union(byWords.Select(w => w.RecordId));
        return records.Where(r => found.Contains(r.Id));
    }

    /// <summary>Records that have one word of each term; on SQLite the first terms are looked up, the others looked for.</summary>
    private static IQueryable<RecordWords> WithWords(AppDb db, IReadOnlyList<IReadOnlyList<string>> terms, long limit)
    {
        if (!db.IsSqlite) return db.RecordWords.FromSqlRaw(OnPostgres, string.Join(" & ", terms.Select(term => $"({string.Join(" | ", term)})")), limit);
        var parameters = new List<object> { string.Join(" AND ", terms.Take(LookedUp).Select(Match)) };
        var looks = terms.Skip(LookedUp).Select(term => $" AND ({string.Join(" OR ", term.Select(word => $"instr(' ' || tokens || ' ', {Parameter($" {word} ")}) > 0"))})");
        var sql = $"{OnSqlite}{string.Concat(looks)} LIMIT {Parameter(limit)}";
        return db.RecordWords.FromSqlRaw(sql, [.. parameters]);

        string Parameter(object value)
        {
            parameters.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"{{{parameters.Count - 1}}}");
        }
    }

    /// <summary>Terms by how many records of a sample have them.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<string>>> FromTheRarestAsync(AppDb db, IReadOnlyList<IReadOnlyList<string>> terms, CancellationToken ct)
    {
        if (terms.Count <= LookedUp) return terms;
        var counts = string.Join(" UNION ALL ", terms.Select((_, i) => string.Format(CultureInfo.InvariantCulture, SampleOnSqlite, i)));
        var sql = $"SELECT term AS \"Value\" FROM ({counts}) ORDER BY count";
        var order = await db.Database.SqlQueryRaw<int>(sql, [.. terms.Select(Match)]).ToListAsync(ct);
        return [.. order.Select(term => terms[term])];
    }

    private static string Match(IReadOnlyList<string> term) => $"({string.Join(" OR ", term.Select(word => $"\"{word}\""))})";
}
