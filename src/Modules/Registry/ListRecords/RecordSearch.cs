using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Text;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Search as a condition on a query, so that scope and filters hold for what it finds.</summary>
internal static class RecordSearch
{
    // LIMIT even where all are wanted: the words are looked up first, whatever the planner thinks of the list.
    private const string OnSqlite = "SELECT rowid, record_id, tokens FROM registry_words WHERE registry_words MATCH {0} LIMIT {1}";
    private const string OnPostgres = "SELECT rowid, record_id, tokens FROM registry_words WHERE vector @@ to_tsquery('simple', {0}) LIMIT {1}";

    /// <summary>Only records that hold every word, or have the whole text as a name or number, though it be encrypted.</summary>
    /// <param name="records">Those that meet all else in the filter.</param>
    /// <param name="filter">With the text.</param>
    /// <param name="most">How many that hold the words are enough; null for all of them.</param>
    public static IQueryable<RegistryRecord> Found(this IQueryable<RegistryRecord> records, AppDb db, RecordVault vault, IAccess access, RecordFilter filter, int? most)
    {
        var (tokens, keys) = (SearchTokens.ForQuery(filter.Text!), vault.KeysFor(filter.Text!));
        var byKey = db.RecordKeys.Where(k => keys.Contains(k.Fingerprint)).Select(k => k.RecordId);
        if (tokens.Count == 0) return records.Where(r => byKey.Contains(r.Id));
        var (groups, exact) = SearchMarks.Of(filter, access);
        var (and, or) = db.IsSqlite ? (" AND ", " OR ") : (" & ", " | ");
        var words = string.Join(and, tokens.Select(Quoted).Concat(groups.Select(group => $"({string.Join(or, group.Select(Quoted))})")));
        var byWords = db.RecordWords.FromSqlRaw(db.IsSqlite ? OnSqlite : OnPostgres, words, exact && most is { } limit ? limit : long.MaxValue).Select(w => w.RecordId);
        var found = byKey.Union(byWords);
        return records.Where(r => found.Contains(r.Id));

        string Quoted(string token) => db.IsSqlite ? $"\"{token}\"" : token;
    }
}
