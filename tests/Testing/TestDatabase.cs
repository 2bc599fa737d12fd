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
        if (kind == "sqlite") return new(folder, null);
        var server = Environment.GetEnvironmentVariable(ServerVariable)
            ?? throw new InvalidOperationException($"{ServerVariable} is not set. Run the tests with ./test, or start a server with: eval \"$(scripts/postgres start)\"");
        var name = "linli_" + Guid.CreateVersion7().ToString("N");
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new(folder, new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40 }.ConnectionString);
    }

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
        if (Postgres is not null)
        {
            var name = new NpgsqlConnectionStringBuilder(Postgres).Database;
            await ExecuteAsync(Environment.GetEnvironmentVariable(ServerVariable)!, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
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
