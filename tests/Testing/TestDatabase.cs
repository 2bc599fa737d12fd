using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Linli.Testing;

/// <summary>A database of a test's own: a folder with SQLite, or a database on the PostgreSQL server that <c>./test</c> starts.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Names the server: a connection string without a database.</summary>
    public const string ServerVariable = "LINLI_TEST_POSTGRES";

    private TestDatabase(string folder, string? postgres) => (Folder, Postgres) = (folder, postgres);

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Connection string; null on SQLite.</summary>
    public string? Postgres { get; }

    /// <summary>Makes an empty one.</summary>
    /// <param name="kind"><c>sqlite</c> or <c>postgres</c></param>
    public static async Task<TestDatabase> CreateAsync(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("linli-test-").FullName;
        return new(folder, kind == "sqlite" ? null : await CreateOnServerAsync(""));
    }

    /// <summary>Another with all that this one holds, which nobody may write to meanwhile.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("linli-test-").FullName;
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return new(folder, Postgres is null ? null : await CreateOnServerAsync($"TEMPLATE {NameOf(Postgres)}"));
    }

    /// <summary>Ends all that still talks to it.</summary>
    public async Task DisconnectAsync()
    {
        SqliteConnection.ClearAllPools();
        if (Postgres is not null) await ExecuteAsync(Server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(Postgres)}'");
    }

    private static string Server => Environment.GetEnvironmentVariable(ServerVariable)
        ?? throw new InvalidOperationException($"{ServerVariable} is not set. Run the tests with ./test, or start a server with: eval \"$(scripts/postgres start)\"");

    private static async Task<string> CreateOnServerAsync(string options)
    {
        var name = "linli_" + Guid.CreateVersion7().ToString("N");
        await ExecuteAsync(Server, $"CREATE DATABASE {name} {options}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 40 }.ConnectionString;
    }

    private static string NameOf(string postgres) => new NpgsqlConnectionStringBuilder(postgres).Database!;

    /// <summary>What a statement counts.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using DbConnection connection = Postgres is not null ? new NpgsqlConnection(Postgres) : new SqliteConnection($"Data Source={Path.Combine(Folder, "linli.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null) await ExecuteAsync(Server, $"DROP DATABASE IF EXISTS {NameOf(Postgres)} WITH (FORCE)");
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
