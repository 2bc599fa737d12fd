using Linli.Identity.Accounts;
using Linli.Identity.SecondFactor;
using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Identity.ResetPassword;

internal sealed record ResetPassword : ICommand
{
    /// <summary>Also takes the second factor away, for somebody who lost their phone.</summary>
    public bool WithSecondFactor { get; set; }
}

/// <summary>Gives an account a first password again, opens its lock and ends its sessions.</summary>
internal sealed class ResetPasswordHandler(AppDb db, IAccess access, ManagedAccounts accounts, SecondFactors factors, SessionStore sessions, Passwords passwords, VisitorCache cache, TimeProvider clock)
{
    /// <summary>Gives the new first password, shown this once.</summary>
    public async Task<Result<string>> Handle(Guid id, ResetPassword command, CancellationToken ct)
    {
        if (!(await accounts.FindAsync(id, ct)).Succeeded(out var account, out var problem)) return problem;
        var password = Passwords.NewFirstPassword();
        (account.PasswordHash, account.MustChangePassword) = (passwords.Hash(password), true);
        (account.Failures, account.LockedUntil) = (0, null);
        account.Version++;
        if (command.WithSecondFactor) await factors.ClearAsync(account, ct);
        await sessions.RemoveAsync(id, only: null, except: null, ct);
        db.Audit(access, "identity.reset-password", account.Subject, clock.GetUtcNow(), account.DivisionCode, new { command.WithSecondFactor });
        await db.SaveChangesAsync(ct);
        cache.Forget(id);
        return password;
    }
}
