using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Audit;

/// <summary>Recomputes every chain of the audit log.</summary>
public sealed class AuditVerification
{
    private readonly AppDb db;
    private readonly AuditChain chain;

    internal AuditVerification(AppDb db, AuditChain chain) => (this.db, this.chain) = (db, chain);

    /// <summary>Reads the whole log once, in constant memory.</summary>
    /// <returns>The number of lines, and the first fault of each broken chain (changed, missing, added or cut-off lines).</returns>
    public async Task<AuditReport> RunAsync(CancellationToken ct = default)
    {
        var heads = await db.Set<AuditChainHead>().AsNoTracking().OrderBy(h => h.Id).ToListAsync(ct);
        var (lines, faults) = (0L, new List<string>());
        foreach (var missing in Enumerable.Range(1, AuditChainHead.CountOn(db)).Except(heads.Select(h => h.Id))) faults.Add($"chain {missing}: its end is missing");
        foreach (var head in heads)
        {
            var (length, hash, fault) = (0L, Array.Empty<byte>(), (string?)null);
            await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().Where(e => e.Chain == head.Id).OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(ct))
            {
                lines++;
                if (fault is null && entry.Position != length + 1) fault = $"chain {head.Id}: line {length + 1} is missing";
                if (fault is null && !chain.Hash(hash, entry).AsSpan().SequenceEqual(entry.Hash)) fault = $"chain {head.Id}: line {entry.Position} was changed";
                (length, hash) = (entry.Position, entry.Hash);
            }
            if (fault is null && !chain.IsSealed(head)) fault = $"chain {head.Id}: its end was changed";
            if (fault is null && (length != head.Length || !hash.AsSpan().SequenceEqual(head.Last)))
                fault = $"chain {head.Id}: its end does not match, {head.Length} lines were written and {length} are there";
            if (fault is not null) faults.Add(fault);
        }
        return new(lines, faults);
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Lines">Lines read.</param>
/// <param name="Faults">One fault per broken chain; empty when the log is whole.</param>
public sealed record AuditReport(long Lines, IReadOnlyList<string> Faults);
