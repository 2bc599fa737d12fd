using System.ComponentModel.DataAnnotations;
using Linli.Identity.Accounts;
using Linli.Identity.Sessions;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Identity.ReplaceFirstPassword;

internal sealed record ReplaceFirstPassword : ICommand
{
    [Required(ErrorMessage = "identity.password-missing")] public string? NewPassword { get; set; }
    [Compare(nameof(NewPassword), ErrorMessage = "identity.password-differs")] public string? Again { get; set; }
}

/// <summary>The last step of a first sign-in: the password that somebody else has seen is replaced.</summary>
internal sealed class ReplaceFirstPasswordHandler(AppDb db, CurrentSession current, Passwords passwords, VisitorCache cache, TimeProvider clock)
{
    public async Task<Result<SessionState>> Handle(ReplaceFirstPassword command, CancellationToken ct)
    {
        if (await current.FindAsync(SessionState.NewPassword, ct) is not var (session, account)) return Problem.Http(401);
        if (Passwords.Weakness(command.NewPassword!, account.UserName) is { } weakness) return Problem.Invalid(nameof(command.NewPassword), weakness);
        if (passwords.Matches(account, command.NewPassword!)) return Problem.Invalid(nameof(command.NewPassword), "identity.password-same");

        (account.PasswordHash, account.MustChangePassword, session.State) = (passwords.Hash(command.NewPassword!), false, SessionState.Open);
        account.Version++;
        db.Audit(new AccountAccess(account), "identity.replace-first-password", account.Subject, clock.GetUtcNow(), account.DivisionCode);
        await db.SaveChangesAsync(ct);
        cache.Forget(account.Id);
        return session.State;
    }
}
