using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Linli.Platform.Data;

/// <summary>
/// Rows that wait to be inserted with the next save, past the change tracker, which takes longer over a row than the database does:
/// for what is written once and not looked at again by who writes it. On PostgreSQL all go in one round trip.
/// </summary>
internal sealed class AppendedRows
{
    private readonly List<object> rows = [];

    public int Count => rows.Count;

    public void Add(object row) => rows.Add(row);

    public IEnumerable<T> OfType<T>() => rows.OfType<T>();

    public void Clear() => rows.Clear();

    /// <summary>Inserts what waits within the current transaction; rows do not depend on each other.</summary>
    /// <returns>How many rows.</returns>
    /// <exception cref="DbUpdateException">The database refuses one; all of them keep waiting.</exception>
    public async Task<int> WriteAsync(AppDb db, CancellationToken ct)
    {
        if (rows.Count == 0) return 0;
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        try
        {
            if (db.IsSqlite) Write(db, transaction);
            else await WriteBatchAsync(db, (NpgsqlTransaction)transaction, ct);
        }
        catch (DbException error)
        {
            throw new DbUpdateException("The database refused a row.", error);
        }
        var written = rows.Count;
        rows.Clear();
        return written;
    }

    private void Write(AppDb db, DbTransaction transaction)
    {
        foreach (var alike in rows.GroupBy(row => Insertion.For(db, row.GetType())))   // a statement is prepared once
        {
            using var command = alike.Key.Command(transaction);
            foreach (var row in alike) alike.Key.Run(command, row);
        }
    }

    private async Task WriteBatchAsync(AppDb db, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var row in rows) batch.BatchCommands.Add(Insertion.For(db, row.GetType()).Command(row));
        await batch.ExecuteNonQueryAsync(ct);
    }
}
