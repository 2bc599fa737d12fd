using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Linli.Platform.Data;

/// <summary>
/// A transaction over several saves; disposing without <see cref="CommitAsync"/> undoes them. Begun within another one,
/// it is part of that one, whose end decides.
/// </summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private readonly IDbContextTransaction? transaction;
    private WriteGate? gate;

    private UnitOfWork(IDbContextTransaction? transaction, WriteGate? gate) => (this.transaction, this.gate) = (transaction, gate);

    internal static async Task<UnitOfWork> BeginAsync(AppDb db, WriteGate? gate, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null) return new(null, null);
        if (gate is not null) await gate.EnterAsync(ct);
        try
        {
            return new(await db.Database.BeginTransactionAsync(ct), gate);
        }
        catch
        {
            gate?.Leave();
            throw;
        }
    }

    /// <summary>Makes everything durable.</summary>
    public Task CommitAsync(CancellationToken ct = default) => transaction?.CommitAsync(ct) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
        finally
        {
            Interlocked.Exchange(ref gate, null)?.Leave();   // disposed twice, it would let two writers in
        }
    }
}
