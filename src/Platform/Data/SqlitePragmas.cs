using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Linli.Platform.Data;

/// <summary>Settings of every SQLite connection. FULL: an acknowledged case survives a power cut.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;
        PRAGMA cache_size = -2000; PRAGMA temp_store = FILE;
        """;

    /// <summary>Handles of the pool that have their settings: they keep them when they are given back.</summary>
    private static readonly ConditionalWeakTable<object, object> Set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);   // SQLite has no other way
        return Task.CompletedTask;
    }

    private static void Prepare(DbConnection connection)
    {
        if (!Set.TryAdd(((SqliteConnection)connection).Handle!, Pragmas)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
