using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Linli.Platform.Data;

/// <summary>
/// Writes many rows at once, past the change tracker: COPY on PostgreSQL, one prepared statement on SQLite. For imports and
/// demonstrations; everything else saves through the tracker, which checks versions and seals the audit log.
/// </summary>
public static class BulkInsert
{
    /// <summary>Inserts rows within the current transaction, or in one of their own.</summary>
    public static async Task InsertManyAsync<T>(this AppDb db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        if (rows.Count == 0) return;
        await using var work = await db.BeginAsync(ct);
        var entity = db.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetFlattenedProperties().Select(p => new BulkColumn(p)).ToArray();
        var connection = db.Database.GetDbConnection();
        if (db.IsSqlite) Insert(connection, db.Database.CurrentTransaction!.GetDbTransaction(), entity.GetTableName()!, columns, rows, ct);
        else await CopyAsync((NpgsqlConnection)connection, entity.GetTableName()!, columns, rows, ct);
        await work.CommitAsync(ct);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, BulkColumn[] columns, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        await using var import = await connection.BeginBinaryImportAsync($"COPY {table} ({Names(columns)}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await import.StartRowAsync(ct);
            foreach (var column in columns)
            {
                if (column.Read(row) is { } value) await import.WriteAsync(value, column.StoreType, ct);
                else await import.WriteNullAsync(ct);
            }
        }
        await import.CompleteAsync(ct);
    }

    private static void Insert<T>(DbConnection connection, DbTransaction transaction, string table, BulkColumn[] columns, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i}"))})";
        foreach (var (i, _) in columns.Index())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"${i}";
            command.Parameters.Add(parameter);
        }
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++) command.Parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static string Names(BulkColumn[] columns) => string.Join(", ", columns.Select(c => c.Name));
}

/// <summary>A column as the model maps it: how to read it from an entity, in the form that the database keeps.</summary>
internal sealed class BulkColumn(IProperty property)
{
    private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;
    private readonly IClrPropertyGetter getter = property.GetGetter();

    public string Name { get; } = property.GetColumnName();
    public string StoreType { get; } = property.GetRelationalTypeMapping().StoreType;

    public object? Read(object entity)
    {
        var value = getter.GetClrValueUsingContainingEntity(entity, []);
        return convert is null ? value : convert(value);
    }
}
