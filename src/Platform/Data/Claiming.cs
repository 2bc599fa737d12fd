using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Data;

/// <summary>A row of a queue that several nodes work off.</summary>
internal interface IQueued
{
    Guid Id { get; }

    /// <summary>When it is due; null once nothing is left to do. Who claims a row sets it ahead, so that others take the row only if the claimer dies.</summary>
    DateTimeOffset? NextAt { get; }
}

/// <summary>Takes rows of a queue.</summary>
internal static class Claiming
{
    /// <summary>Takes what is due, longest due first, and counts the attempt; in the order of the keys. No two nodes take the same.</summary>
    /// <param name="db">The database.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="now">What is due by now.</param>
    /// <param name="until">Until when nobody else takes them.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<T>> ClaimAsync<T>(this AppDb db, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken ct) where T : class, IQueued
    {
        var queue = db.Set<T>();
        if (db.IsSqlite && !await queue.AnyAsync(row => row.NextAt != null && row.NextAt <= now, ct)) return [];   // reading needs no turn at the write gate

        var table = queue.EntityType.GetTableName();
        object nowValue = db.IsSqlite ? now.UtcTicks : now, untilValue = db.IsSqlite ? until.UtcTicks : until;
        var skip = db.IsSqlite ? "" : "FOR UPDATE SKIP LOCKED";
        await using var work = await db.BeginAsync(ct);
        // The condition stands again outside the sub-select: two claimers may have chosen the same rows.
        var sql = $$"""
            UPDATE {{table}} SET next_at = {1}, attempts = attempts + 1
            WHERE id IN (SELECT id FROM {{table}} WHERE next_at IS NOT NULL AND next_at <= {0} ORDER BY next_at, id LIMIT {{most}} {{skip}})
              AND next_at IS NOT NULL AND next_at <= {0}
            RETURNING *
            """;
        var claimed = await queue.FromSqlRaw(sql, nowValue, untilValue).AsNoTracking().ToListAsync(ct);
        await work.CommitAsync(ct);
        claimed.Sort((a, b) => a.Id.CompareTo(b.Id));
        return claimed;
    }
}
