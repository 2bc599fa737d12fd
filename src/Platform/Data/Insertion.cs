using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Linli.Platform.Data;

/// <summary>How a row of a kind is inserted, as the model maps it.</summary>
internal sealed class Insertion
{
    private static readonly ConcurrentDictionary<IEntityType, Insertion> Known = [];
    private readonly string[] names;
    private readonly string text;

    /// <summary>The columns, in their order.</summary>
    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>The table and its columns in SQL.</summary>
    public string Target { get; }

    private Insertion(IEntityType entity)
    {
        Columns = [.. entity.GetFlattenedProperties().Select(p => new BulkColumn(p))];
        names = [.. Columns.Select((_, i) => $"${i + 1}")];   // as PostgreSQL counts, and a name that SQLite takes
        Target = $"{entity.GetTableName()} ({string.Join(", ", Columns.Select(c => c.Name))})";
        text = $"INSERT INTO {Target} VALUES ({string.Join(", ", names)})";
    }

    /// <summary>The insertion of a kind of row.</summary>
    public static Insertion For(AppDb db, Type type) => Known.GetOrAdd(db.Model.FindEntityType(type)!, entity => new(entity));

    /// <summary>A command for <see cref="Run"/>.</summary>
    public DbCommand Command(DbTransaction transaction)
    {
        var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, text);
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <summary>Inserts one row.</summary>
    public void Run(DbCommand command, object row)
    {
        for (var i = 0; i < Columns.Count; i++) command.Parameters[i].Value = Columns[i].Read(row) ?? DBNull.Value;
        command.ExecuteNonQuery();   // SQLite has no other way
    }

    /// <summary>A row as part of a batch.</summary>
    public NpgsqlBatchCommand Command(object row)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var column in Columns) command.Parameters.Add(new NpgsqlParameter { Value = column.Read(row) ?? DBNull.Value, DataTypeName = column.StoreType });
        return command;
    }
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
