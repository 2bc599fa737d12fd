using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Linli.Platform.Data;

/// <summary>
/// Writes many rows at once, past the change tracker: COPY on PostgreSQL, one prepared statement on SQLite. For imports and
/// demonstrations; everything else is saved or appended, so that versions are checked and the audit log is sealed.
/// </summary>
public static class BulkInsert
{
    /// <summary>Inserts rows within the current transaction, or in one of their own.</summary>
    public static async Task InsertManyAsync<T>(this AppDb db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        if (rows.Count == 0) return;
        await using var work = await db.BeginAsync(ct);
        var insertion = Insertion.For(db, typeof(T));
        if (db.IsSqlite) Insert(db.Database.CurrentTransaction!.GetDbTransaction(), insertion, rows, ct);
        else await CopyAsync((NpgsqlConnection)db.Database.GetDbConnection(), insertion, rows, ct);
        await work.CommitAsync(ct);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, Insertion insertion, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        await using var import = await connection.BeginBinaryImportAsync($"COPY {insertion.Target} FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await import.StartRowAsync(ct);
            foreach (var column in insertion.Columns)
            {
                if (column.Read(row) is { } value) await import.WriteAsync(value, column.StoreType, ct);
                else await import.WriteNullAsync(ct);
            }
        }
        await import.CompleteAsync(ct);
    }

    private static void Insert<T>(DbTransaction transaction, Insertion insertion, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        using var command = insertion.Command(transaction);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            insertion.Run(command, row);
        }
    }
}
