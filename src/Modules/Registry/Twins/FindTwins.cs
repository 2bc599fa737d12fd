using Linli.Platform.Data;
using Linli.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Finds records that may be about the same, by their marks alone: nothing is decrypted. Every night, after an import, and for each record that is written.</summary>
internal sealed class FindTwins(AppDb db) : IJob
{
    public const string JobName = "registry.find-twins";

    // A mark that very many records have (a phone of an office, say) speaks of none of them.
    private const string Find = """
        INSERT INTO registry_twins (first_id, second_id, type_code, rule, state, version)
        SELECT a.record_id, b.record_id, a.type_code, MIN(a.rule), 'Open', 1
        FROM registry_mark a JOIN registry_mark b ON b.fingerprint = a.fingerprint AND b.record_id > a.record_id
        WHERE a.fingerprint IN (SELECT m.fingerprint FROM registry_mark m {0} GROUP BY m.fingerprint HAVING COUNT(*) BETWEEN 2 AND 20)
        GROUP BY a.record_id, b.record_id, a.type_code
        ON CONFLICT (first_id, second_id) DO UPDATE SET rule = excluded.rule WHERE registry_twins.state = 'Open' AND registry_twins.rule <> excluded.rule
        """;

    private static readonly string FindAll = Find.Replace("{0}", "", StringComparison.Ordinal);
    private static readonly string FindOf = Find.Replace("{0}", "WHERE m.fingerprint IN (SELECT fingerprint FROM registry_mark WHERE record_id = {0})", StringComparison.Ordinal);

    public async Task RunAsync(CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        await ForgetAsync(db.Twins, ct);
        await db.Database.ExecuteSqlRawAsync(FindAll, ct);
        await work.CommitAsync(ct);
    }

    /// <summary>The twins of a record that was just written; within the transaction of its writer.</summary>
    public async Task FindAsync(Guid recordId, CancellationToken ct)
    {
        await ForgetAsync(db.Twins.Where(t => t.FirstId == recordId || t.SecondId == recordId), ct);
        await db.Database.ExecuteSqlRawAsync(FindOf, [recordId], ct);
    }

    /// <summary>Those who are alike no longer, and nobody said anything of.</summary>
    private Task ForgetAsync(IQueryable<RecordTwins> twins, CancellationToken ct)
    {
        var marks = db.RecordMarks;
        return twins.Where(t => t.State == TwinState.Open && !marks.Any(a => a.RecordId == t.FirstId && marks.Any(b => b.RecordId == t.SecondId && b.Fingerprint == a.Fingerprint))).ExecuteDeleteAsync(ct);
    }
}
