using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Linli.Platform.Data;

/// <summary>
/// Rows that wait to be inserted with the next save, past the change tracker, which takes longer over a row than the database does:
/// for what is written once and not looked at again by who writes it. On PostgreSQL all go in one round trip.
/// </summary>
internal sealed class AppendedRows
{
    private static readonly ConcurrentDictionary<IEntityType, Insertion> Insertions = [];
    private readonly List<object> rows = [];

    public int Count => rows.Count;

    public void Add(object row) => rows.Add(row);

    public IEnumerable<T> OfType<T>() => rows.OfType<T>();

    public void Clear() => rows.Clear();

    /// <summary>Inserts what waits, in the order in which it came, within the current transaction.</summary>
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
        foreach (var row in rows)
        {
            using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            Insertion.For(db, row).Fill(command, row);
            command.ExecuteNonQuery();   // SQLite has no other way
        }
    }

    private async Task WriteBatchAsync(AppDb db, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var row in rows) batch.BatchCommands.Add(Insertion.For(db, row).Command(row));
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>How a row of a kind is inserted, as the model maps it.</summary>
    private sealed class Insertion
    {
        private readonly BulkColumn[] columns;
        private readonly string[] names;
        private readonly string text;

        private Insertion(IEntityType entity)
        {
            columns = [.. entity.GetFlattenedProperties().Select(p => new BulkColumn(p))];
            names = [.. columns.Select((_, i) => $"${i + 1}")];   // as PostgreSQL counts, and a name that SQLite takes
            text = $"INSERT INTO {entity.GetTableName()} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES ({string.Join(", ", names)})";
        }

        public static Insertion For(AppDb db, object row) => Insertions.GetOrAdd(db.Model.FindEntityType(row.GetType())!, entity => new(entity));

        public void Fill(DbCommand command, object row)
        {
            command.CommandText = text;
            for (var i = 0; i < columns.Length; i++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (names[i], columns[i].Read(row) ?? DBNull.Value);
                command.Parameters.Add(parameter);
            }
        }

        public NpgsqlBatchCommand Command(object row)
        {
            var command = new NpgsqlBatchCommand(text);
            foreach (var column in columns) command.Parameters.Add(new NpgsqlParameter { Value = column.Read(row) ?? DBNull.Value, DataTypeName = column.StoreType });
            return command;
        }
    }
}
