using System.Data.Common;
using System.Globalization;
using Linli.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Linli.Bench.Lists;

/// <summary>
/// Makes a few thousand cases into a million within the database: each with its history, decisions, assignments and words, under
/// keys of its own. Ended cases are copied back into the years before; open ones only a few times, as a district has them.
/// </summary>
internal static class Copies
{
    private const int OfOpen = 9;
    private static readonly string[] Tables = ["cases_search", "cases_history", "cases_decision", "cases_assignment", "cases_case"];   // cases last: the others look at the originals

    /// <summary>How many cases to make: what a measurement is about, or the fewer that <c>LINLI_BENCH_CASES</c> asks for.</summary>
    public static int Wanted(int cases) => int.TryParse(Environment.GetEnvironmentVariable("LINLI_BENCH_CASES"), CultureInfo.InvariantCulture, out var fewer) ? Math.Min(fewer, cases) : cases;

    /// <param name="database">Where.</param>
    /// <param name="times">How many copies of each ended case.</param>
    /// <param name="alone">The cases alone, without what belongs to them, for measurements that never look at it.</param>
    public static async Task<long> MakeAsync(TestDatabase database, int times, bool alone = false)
    {
        await using DbConnection connection = database.Postgres is { } postgres
            ? new NpgsqlConnection(postgres + ";Command Timeout=0")
            : new SqliteConnection($"Data Source={Path.Combine(database.Folder, "linli.db")};Pooling=false;Default Timeout=3600");
        await connection.OpenAsync();
        var sqlite = database.Postgres is null;
        await ExecuteAsync(connection, sqlite ? "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000" : "SET synchronous_commit = off; DROP INDEX ix_cases_search_vector");
        foreach (var table in alone ? Tables[^1..] : Tables) await CopyAsync(connection, table, times, sqlite);
        await ExecuteAsync(connection, sqlite ? "ANALYZE" : "SET maintenance_work_mem = '1GB'; CREATE INDEX ix_cases_search_vector ON cases_search USING gin (vector); VACUUM ANALYZE");
        return await database.CountAsync("SELECT count(*) FROM cases_case");
    }

    private static async Task CopyAsync(DbConnection connection, string table, int times, bool sqlite)
    {
        var columns = await ColumnsAsync(connection, table);
        var self = table == "cases_case";
        var values = columns.Select(c => self || c.Name is "id" or "case_id" ? Value(c, sqlite) : "t." + c.Name);
        await ExecuteAsync(connection, $"""
            INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))})
            WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < {times})
            SELECT {string.Join(", ", values)}
            FROM {table} t {(self ? "" : "JOIN cases_case c ON c.id = t.case_id")} CROSS JOIN copy
            WHERE n <= {OfOpen} OR {(self ? "t" : "c")}.closed_at IS NOT NULL
            """);
    }

    private static string Value((string Name, bool IsTime) column, bool sqlite) => column switch
    {
        { Name: "id" or "case_id" } => sqlite ? $"substr(t.{column.Name}, 1, 28) || printf('%08X', n)" : $"(substr(t.{column.Name}::text, 1, 28) || lpad(to_hex(n), 8, '0'))::uuid",
        { Name: "number" } => "t.number || '/' || n",
        { Name: "follow_up_hash" } => sqlite ? "randomblob(32)" : "decode(md5(random()::text) || md5(random()::text), 'hex')",
        { IsTime: true } => $"CASE WHEN t.closed_at IS NULL THEN t.{column.Name} ELSE t.{column.Name} - n * {(sqlite ? "432000000000" : "interval '12 hours'")} END",
        _ => "t." + column.Name,
    };

    /// <summary>Columns that are stored; times are those named so.</summary>
    private static async Task<List<(string Name, bool IsTime)>> ColumnsAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} LIMIT 0";
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Where(name => name != "vector").Select(name => (name, name.EndsWith("_at", StringComparison.Ordinal) || name == "due_order"))];
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        foreach (var statement in sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }
}
