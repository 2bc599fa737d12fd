using Linli.Platform.Data;
using Linli.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Platform.Tests.Secrets;

public abstract class ProtectionKeyTests(string kind)
{
    [Fact]
    public async Task What_one_node_protects_another_reads_and_the_database_does_not_tell_the_key()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = await Ground.BuildAsync(database);
        var cookie = Protector(first).Protect("sign-in");
        await using var second = await Ground.BuildAsync(database, prepare: false);
        Assert.Equal("sign-in", Protector(second).Unprotect(cookie));

        var stored = Assert.Single(await first.WithDbAsync(db => db.Set<ProtectionKey>().AsNoTracking().ToListAsync()));
        Assert.Contains(nameof(ProtectionKeyDecryptor), stored.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored.Xml, StringComparison.Ordinal);
    }

    private static IDataProtector Protector(Ground ground) => ground.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}

public sealed class ProtectionKeyOnSqlite() : ProtectionKeyTests("sqlite");

public sealed class ProtectionKeyOnPostgres() : ProtectionKeyTests("postgres");
