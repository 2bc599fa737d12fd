using Linli.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Backup;

/// <summary>One file; <c>VACUUM INTO</c> makes a copy that is consistent and holds no journal.</summary>
internal sealed class SqliteCopy(AppDb db, IOptions<LinliOptions> options) : IDatabaseCopy
{
    public string Kind => "sqlite";

    private string Database => DatabaseServices.SqliteFile(options.Value);

    public Task<bool> IsEmptyAsync(CancellationToken ct) => Task.FromResult(!File.Exists(Database));

    public Task SaveAsync(string file, CancellationToken ct) => db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", ct);

    public Task LoadAsync(string file, CancellationToken ct)
    {
        SqliteConnection.ClearAllPools();
        foreach (var journal in (string[])["-wal", "-shm"]) File.Delete(Database + journal);   // they belong to the file that goes
        File.Move(file, Database, overwrite: true);
        return Task.CompletedTask;
    }
}
