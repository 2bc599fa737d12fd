using System.Data.Common;
using System.Diagnostics;
using Linli.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Linli.Bench.Intake;

/// <summary>
/// The yardstick: the rows of one case that the program has just filed, read back from the database and inserted again and
/// again under new keys, one commit a case, by as many connections as there are clients. No validation, no thought.
/// </summary>
internal static class BareLoop
{
    private static readonly (string Table, string Find)[] Tables =
    [
        ("cases_case", "SELECT * FROM cases_case WHERE id = @id"),
        ("cases_search", "SELECT case_id, tokens FROM cases_search WHERE case_id = @id"),
        ("cases_decision", "SELECT * FROM cases_decision WHERE case_id = @id"),
        ("cases_history", "SELECT * FROM cases_history WHERE case_id = @id"),
        ("cases_reporter", "SELECT * FROM cases_reporter WHERE case_id = @id"),
        ("platform_audit", "SELECT * FROM platform_audit WHERE action = 'cases.receive' ORDER BY at DESC LIMIT 1"),
        ("platform_outbox", "SELECT * FROM platform_outbox WHERE name = 'cases.case-received.v1' ORDER BY id DESC LIMIT 1"),
        ("platform_idempotency", "SELECT * FROM platform_idempotency ORDER BY created_at DESC LIMIT 1"),
    ];

    private static readonly HashSet<string> Fresh = ["id", "case_id", "number", "follow_up_hash", "position", "key"];
    private static long next = Stopwatch.GetTimestamp();

    public static async Task<double> RunAsync(TestDatabase database, int clients, TimeSpan span)
    {
        var rows = await ReadAsync(database);
        var (done, watch) = (0, Stopwatch.StartNew());
        using var turn = new SemaphoreSlim(1, 1);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            await using var connection = await OpenAsync(database);
            using var inserts = new Inserts(connection, rows);
            while (watch.Elapsed < span)
            {
                if (database.Postgres is null) await turn.WaitAsync();   // SQLite has one writer
                try
                {
                    await inserts.RunAsync(Interlocked.Increment(ref next));
                }
                finally
                {
                    if (database.Postgres is null) turn.Release();
                }
                Interlocked.Increment(ref done);
            }
        }));
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task<List<Row>> ReadAsync(TestDatabase database)
    {
        await using var connection = await OpenAsync(database);
        await using var newest = connection.CreateCommand();
        newest.CommandText = "SELECT c.id FROM cases_case c JOIN cases_reporter r ON r.case_id = c.id ORDER BY c.received_at DESC LIMIT 1";
        var id = (await newest.ExecuteScalarAsync())!;
        var rows = new List<Row>();
        foreach (var (table, find) in Tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = find;
            Add(command, "id", id);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(new(table, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]));
        }
        return rows;
    }

    private static async Task<DbConnection> OpenAsync(TestDatabase database)
    {
        DbConnection connection = database.Postgres is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(database.Folder, "linli.db")};Pooling=false");
        await connection.OpenAsync();
        if (database.Postgres is not null) return connection;
        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;";
        await pragmas.ExecuteNonQueryAsync();
        return connection;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private sealed record Row(string Table, string[] Columns, object[] Values);

    /// <summary>Prepared statements of one connection.</summary>
    private sealed class Inserts : IDisposable
    {
        private readonly DbConnection connection;
        private readonly List<(DbCommand Command, Row Row)> commands = [];

        public Inserts(DbConnection connection, List<Row> rows)
        {
            this.connection = connection;
            foreach (var row in rows)
            {
                var command = connection.CreateCommand();
                command.CommandText = $"INSERT INTO {row.Table} ({string.Join(", ", row.Columns)}) VALUES ({string.Join(", ", row.Columns.Select(c => "@" + c))})";
                for (var i = 0; i < row.Columns.Length; i++) Add(command, row.Columns[i], row.Values[i]);
                command.Prepare();
                commands.Add((command, row));
            }
        }

        public async Task RunAsync(long number)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var key = new Guid((int)number, 1, 2, BitConverter.GetBytes(number));
            for (var i = 0; i < commands.Count; i++)
            {
                var (command, row) = commands[i];
                command.Transaction = transaction;
                for (var c = 0; c < row.Columns.Length; c++)
                    if (Fresh.Contains(row.Columns[c])) command.Parameters[c].Value = FreshValue(row.Columns[c], row.Values[c], key, number, i);
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }

        public void Dispose()
        {
            foreach (var (command, _) in commands) command.Dispose();
        }

        private static object FreshValue(string column, object value, Guid caseKey, long number, int row) => column switch
        {
            "case_id" => Same(value, caseKey),
            "id" => Same(value, row == 0 ? caseKey : new Guid((int)number, (short)row, 3, BitConverter.GetBytes(number))),
            "position" => number,
            "follow_up_hash" => caseKey.ToByteArray(),
            _ => $"{value}-{number}",
        };

        private static object Same(object value, Guid key) => value is Guid ? key : key.ToString().ToUpperInvariant();
    }
}
