using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Linli.Platform.Data;

/// <summary>
/// A transaction over several saves; disposing without <see cref="CommitAsync"/> undoes them. Begun within another one,
/// it is part of that one, whose end decides.
/// </summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private readonly Action? ended;
    private IDbContextTransaction? transaction;
    private WriteGate? gate;
    private AppDb? of;

    internal UnitOfWork(Action? ended = null) => this.ended = ended;

    internal async Task<UnitOfWork> StartAsync(AppDb db, WriteGate? gate, CancellationToken ct)
    {
        if (gate is not null) await gate.EnterAsync(ct);
        try
        {
            db.Database.AutoSavepointsEnabled = false;   // what fails is undone as a whole
            transaction = await db.Database.BeginTransactionAsync(ct);
            (this.gate, of) = (gate, db);
            return this;
        }
        catch
        {
            gate?.Leave();
            throw;
        }
    }

    /// <summary>Makes everything durable.</summary>
    public async Task CommitAsync(CancellationToken ct = default)
    {
        if (transaction is null) return;
        await transaction.CommitAsync(ct);
        of!.Committed();
    }

    /// <summary>Undoes what was saved in it; it may be started again.</summary>
    internal async ValueTask UndoAsync()
    {
        try
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
        finally
        {
            transaction = null;
            Interlocked.Exchange(ref gate, null)?.Leave();   // undone twice, it would let two writers in
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        ended?.Invoke();
        return UndoAsync();
    }
}
