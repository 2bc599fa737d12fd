using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Audit;

/// <summary>Recomputes every chain of the audit log.</summary>
public sealed class AuditVerification
{
    private readonly AppDb db;
    private readonly AuditChain chain;

    internal AuditVerification(AppDb db, AuditChain chain) => (this.db, this.chain) = (db, chain);

    /// <summary>Reads the whole log once, in constant memory, also while lines are written.</summary>
    /// <returns>The number of lines, and the first fault of each broken chain (changed, missing, added or cut-off lines).</returns>
    public async Task<AuditReport> RunAsync(CancellationToken ct = default)
    {
        var (lines, faults) = (0L, new List<string>());
        foreach (var id in Enumerable.Range(1, AuditChainHead.CountOn(db)))
        {
            var read = new Reading(id, chain);
            await read.OnAsync(db, long.MaxValue, ct);
            var head = await db.Set<AuditChainHead>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct);
            if (head is not null) await read.OnAsync(db, head.Length, ct);   // what was written meanwhile came with its end
            lines += read.Lines;
            if ((head is null ? $"chain {id}: its end is missing" : read.FaultWith(head)) is { } fault) faults.Add(fault);
        }
        return new(lines, faults);
    }

    /// <summary>One chain, as far as it was read.</summary>
    private sealed class Reading(int id, AuditChain chain)
    {
        private long length;
        private byte[] hash = [];
        private string? fault;

        public long Lines { get; private set; }

        /// <summary>Reads the lines that follow, up to a position.</summary>
        public async Task OnAsync(AppDb db, long to, CancellationToken ct)
        {
            var from = Lines == 0 ? long.MinValue : length;
            await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().Where(e => e.Chain == id && e.Position > from && e.Position <= to).OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(ct))
            {
                Lines++;
                if (fault is null && entry.Position != length + 1) fault = $"chain {id}: line {length + 1} is missing";
                if (fault is null && !chain.Hash(hash, entry).AsSpan().SequenceEqual(entry.Hash)) fault = $"chain {id}: line {entry.Position} was changed";
                (length, hash) = (entry.Position, entry.Hash);
            }
        }

        public string? FaultWith(AuditChainHead head) =>
            fault
            ?? (!chain.IsSealed(head) ? $"chain {id}: its end was changed"
                : length != head.Length || !hash.AsSpan().SequenceEqual(head.Last) ? $"chain {id}: its end does not match, {head.Length} lines were written and {length} are there"
                : null);
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Lines">Lines read.</param>
/// <param name="Faults">One fault per broken chain; empty when the log is whole.</param>
public sealed record AuditReport(long Lines, IReadOnlyList<string> Faults);
