using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Platform.Tests.Data;

public sealed class SqliteSettingsTests
{
    [Fact]
    public async Task A_connection_that_is_used_again_still_waits_for_the_disk()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var node = await Ground.BuildAsync(database);
        for (var use = 0; use < 5; use++)
        {
            var settings = await node.WithDbAsync(db => db.Database.SqlQuery<string>(
                $"SELECT journal_mode || ' ' || synchronous || ' ' || foreign_keys || ' ' || timeout AS \"Value\" FROM pragma_journal_mode, pragma_synchronous, pragma_foreign_keys, pragma_busy_timeout").SingleAsync());
            Assert.Equal("wal 2 1 10000", settings);   // 2 is FULL
        }
    }
}
