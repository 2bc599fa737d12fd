using System.Globalization;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Linli.Registry;

/// <summary>How many records of a sample have a word, on SQLite, which keeps no count of its own. Remembered for an hour: what is rare now is rare then.</summary>
internal sealed class WordCounts : IDisposable
{
    private const int MostKnown = 20_000;
    private static readonly TimeSpan Known = TimeSpan.FromHours(1);

    // The keys of the table of words are random (RecordWords.RowOf), so the lowest of them are a fair sample of it: one in 256 of 2^62 keys.
    private const string Sample =
        "SELECT {0} AS term, count(*) AS count FROM (SELECT rowid FROM registry_words WHERE registry_words MATCH {{{0}}} AND rowid < 18014398509481984 LIMIT 500)";

    private readonly MemoryCache counts = new(new MemoryCacheOptions { SizeLimit = MostKnown });

    /// <summary>Full-text conditions, from the one that the fewest records meet.</summary>
    public async Task<IReadOnlyList<string>> FromTheRarestAsync(AppDb db, IReadOnlyList<string> matches, CancellationToken ct)
    {
        var unknown = matches.Where(match => !counts.TryGetValue(match, out _)).ToArray();
        if (unknown.Length > 0)
        {
            var sql = $"SELECT count AS \"Value\" FROM ({string.Join(" UNION ALL ", unknown.Select((_, i) => string.Format(CultureInfo.InvariantCulture, Sample, i)))}) ORDER BY term";
            var counted = await db.Database.SqlQueryRaw<int>(sql, [.. unknown]).ToListAsync(ct);
            foreach (var (match, count) in unknown.Zip(counted)) counts.Set(match, count, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Known });
        }
        return [.. matches.OrderBy(match => counts.Get<int>(match))];
    }

    public void Dispose() => counts.Dispose();
}
