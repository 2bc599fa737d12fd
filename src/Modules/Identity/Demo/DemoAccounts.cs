using Linli.Contracts.Grids;
using Linli.Demo;
using Linli.Identity.Accounts;
using Linli.Identity.Roles;
using Linli.Platform;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.Demo;

/// <summary>The accounts of the demo district, all with one known password.</summary>
internal sealed class DemoAccounts(AppDb db, Passwords passwords, IUnits units, TimeProvider clock) : IDemoSeeder
{
    /// <summary>The password of every demo account, printed at start and on the sign-in page.</summary>
    public const string Password = "Linli-demo-2026";

    public int Order => 20;

    public async Task SeedAsync(int caseCount, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await BaseRoles.EnsureAsync(db, ct);
        var hash = passwords.Hash(Password);   // one for all: hashing eighty times takes seconds, and the password is public anyway
        var known = await db.Accounts.Select(a => a.UserName).ToListAsync(ct);
        var missing = DemoDistrict.Create(IDemoSeeder.Seed, now, caseCount).Accounts.ExceptBy(known, a => a.UserName);
        db.Accounts.AddRange(missing.Select(account => new Account
        {
            Id = Guid.CreateVersion7(now),
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            UnitId = units.FindByCode(account.UnitCode)?.Id,
            DivisionCode = account.DivisionCode,
            Roles = [account.Role],
            PasswordHash = hash,
            CreatedAt = now,
        }));
        await db.SaveChangesAsync(ct);
    }
}
