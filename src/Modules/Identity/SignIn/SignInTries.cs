using Linli.Identity.Accounts;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.SignIn;

/// <summary>Counts tries on an account before the password or code is looked at, so that many at the same moment cannot outrun the lock.</summary>
internal sealed class SignInTries(AppDb db, TimeProvider clock)
{
    /// <summary>Takes one try; false when the account is locked, or when another try was taken at the same moment.</summary>
    public async Task<bool> TakeAsync(Account account, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (account.IsLocked(now)) return false;
        var (failures, lockedUntil) = (account.Failures + 1, Lockout.After(account.Failures + 1, now));
        await using var work = await db.BeginAsync(ct);
        var taken = await db.Accounts.Where(a => a.Id == account.Id && a.Failures == account.Failures).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.Failures, failures)
            .SetProperty(a => a.LockedUntil, lockedUntil), ct);
        if (taken == 1 && failures > 1)
            db.Audit(new AccountAccess(account), "identity.sign-in-tried", account.Subject, now, account.DivisionCode, new { failures, lockedUntil });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return taken == 1;
    }

    /// <summary>Forgets the tries, inside the caller's transaction: somebody has shown who they are.</summary>
    public Task ForgiveAsync(Account account, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.Failures, 0)
            .SetProperty(a => a.LockedUntil, (DateTimeOffset?)null)
            .SetProperty(a => a.LastSignInAt, now), ct);
    }
}
