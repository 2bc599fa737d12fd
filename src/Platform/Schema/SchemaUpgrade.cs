using System.Data.Common;
using Linli.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Schema;

/// <summary>Compares the database with the scripts and applies what is missing, once, however many programs start together.</summary>
public sealed partial class SchemaUpgrade(AppDb db, IReadOnlyList<Module> modules, IOptions<LinliOptions> options, TimeProvider clock, ILogger<SchemaUpgrade> log)
{
    private const long LockKey = 0x4C494E4C49;   // "LINLI"

    /// <summary>The scripts of this program for the configured database.</summary>
    public IReadOnlyList<SchemaScript> Scripts => SchemaScript.For(db.IsSqlite ? "sqlite" : "postgres", modules);

    /// <summary>How the database stands.</summary>
    public async Task<SchemaState> CheckAsync(CancellationToken ct = default)
    {
        await using var connection = await OpenAsync(ct);
        return SchemaState.Compare(Scripts, await ReadHistoryAsync(connection, ct));
    }

    /// <summary>Applies pending scripts; on SQLite after a copy of the file to <c>backups/</c>.</summary>
    /// <returns>The number of scripts applied.</returns>
    /// <exception cref="SchemaException">A script was changed or is unknown.</exception>
    public async Task<int> ApplyAsync(CancellationToken ct = default)
    {
        await using var guard = await OpenAsync(ct);
        if (!db.IsSqlite) await ExecuteAsync(guard, $"SELECT pg_advisory_lock({LockKey})", ct);
        await CreateHistoryAsync(guard, ct);
        var state = SchemaState.Compare(Scripts, await ReadHistoryAsync(guard, ct));
        if (state.Faults.Count > 0) throw new SchemaException(state.Faults);
        if (state is { Pending.Count: > 0, IsEmpty: false } && db.IsSqlite) await BackUpAsync(guard, ct);

        var applied = 0;
        await using var work = await OpenAsync(ct);
        foreach (var script in state.Pending) if (await ApplyAsync(work, script, ct)) applied++;
        if (state.IsEmpty) await db.SealNewAuditAsync(ct);
        return applied;
    }

    private async Task<bool> ApplyAsync(DbConnection connection, SchemaScript script, CancellationToken ct)
    {
        // On SQLite this is BEGIN IMMEDIATE: a second program waits here, then finds the script applied.
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if ((await ReadHistoryAsync(connection, ct)).ContainsKey(script.Id)) return false;
        await ExecuteAsync(connection, script.Sql, ct);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO schema_history (id, sha256, applied_at) VALUES (@id, @sha256, @at)";
        Add(insert, "id", script.Id);
        Add(insert, "sha256", script.Checksum);
        Add(insert, "at", clock.GetUtcNow().ToString("O"));
        await insert.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        LogApplied(script.Id);
        return true;
    }

    private async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        DbConnection connection = db.IsSqlite
            ? new SqliteConnection(db.Database.GetConnectionString())
            : new Npgsql.NpgsqlConnection(Unpooled(options.Value.Postgres!));
        await connection.OpenAsync(ct);
        if (db.IsSqlite) await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 60000;", ct);
        return connection;
    }

    // A pooled connection would go on holding the advisory lock after it is closed; a long script must not time out.
    private static string Unpooled(string connectionString) =>
        new Npgsql.NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString;

    // IF NOT EXISTS is not safe against a second creator: on PostgreSQL the lock comes first, on SQLite the transaction is one.
    private static async Task CreateHistoryAsync(DbConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS schema_history (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL)", ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<Dictionary<string, string>> ReadHistoryAsync(DbConnection connection, CancellationToken ct)
    {
        var applied = new Dictionary<string, string>();
        await using var command = connection.CreateCommand();
        command.CommandText = db.IsSqlite
            ? "SELECT count(*) FROM sqlite_master WHERE name = 'schema_history'"
            : "SELECT count(*) FROM pg_tables WHERE tablename = 'schema_history' AND schemaname = ANY (current_schemas(false))";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture) == 0) return applied;
        command.CommandText = "SELECT id, sha256 FROM schema_history";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    private async Task BackUpAsync(DbConnection connection, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Value.Data, "backups")).FullName;
        // Several programs may start in the same millisecond, and each makes its copy before it waits for the others.
        var file = Path.Combine(folder, $"before-upgrade-{clock.GetUtcNow():yyyyMMdd-HHmmss-fff}-{Guid.CreateVersion7().ToString("N")[24..]}.db");
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @file";
        Add(command, "file", file);
        await command.ExecuteNonQueryAsync(ct);
        LogBackedUp(file);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Schema script {Id} applied")]
    private partial void LogApplied(string id);

    [LoggerMessage(Level = LogLevel.Information, Message = "Database copied to {File} before the upgrade")]
    private partial void LogBackedUp(string file);
}

/// <summary>The database does not fit this program.</summary>
/// <param name="faults">What is wrong, one line each.</param>
public sealed class SchemaException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults));
