using Linli.Platform.Secrets;
using Linli.Platform.Tests;
using Linli.Testing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Architecture.Tests;

public sealed class EncryptedColumnTests
{
    /// <summary>Bytes that are not encrypted: hashes, fingerprints, and the content of models.</summary>
    private static readonly string[] Open = ["Hash", "Fingerprint", "Content"];

    [Fact]
    public async Task Every_column_of_bytes_says_that_it_is_encrypted_or_holds_no_secret()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var ground = await Ground.BuildAsync(database, prepare: false, modules: [.. Host.Modules.All]);
        var forgotten = await ground.WithDbAsync(db =>
        {
            var named = db.EncryptedColumnsOf().Select(c => $"{c.Table}.{c.Column}").ToHashSet();
            return Task.FromResult(db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
                .Where(p => p.ClrType == typeof(byte[]) && !Open.Any(ending => p.Name.EndsWith(ending, StringComparison.Ordinal)))
                .Select(p => $"{p.DeclaringType.GetTableName()}.{p.GetColumnName()}").Where(column => !named.Contains(column)).ToList());
        });
        Assert.Equal([], forgotten);
    }
}
