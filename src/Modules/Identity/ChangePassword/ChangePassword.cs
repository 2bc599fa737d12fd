using System.ComponentModel.DataAnnotations;
using Linli.Identity.Accounts;
using Linli.Identity.Sessions;
using Linli.Identity.SignIn;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Identity.ChangePassword;

internal sealed record ChangePassword : ICommand
{
    [Required(ErrorMessage = "identity.password-missing"), StringLength(Passwords.MaxLength)] public string? Current { get; set; }
    [Required(ErrorMessage = "identity.password-missing")] public string? NewPassword { get; set; }
    [Compare(nameof(NewPassword), ErrorMessage = "identity.password-differs")] public string? Again { get; set; }
}

/// <summary>Changes one's own password and ends all other sessions. Wrong guesses at the present one count towards the lock.</summary>
internal sealed class ChangePasswordHandler(AppDb db, IAccess access, CurrentSession current, SessionStore sessions, Passwords passwords, SignInTries tries, VisitorCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> Handle(ChangePassword command, CancellationToken ct)
    {
        if (await current.FindAsync(SessionState.Open, ct) is not var (session, account)) return Problem.Http(401);
        if (Passwords.Weakness(command.NewPassword!, account.UserName) is { } weakness) return Problem.Invalid(nameof(command.NewPassword), weakness);
        if (command.NewPassword == command.Current) return Problem.Invalid(nameof(command.NewPassword), "identity.password-same");
        if (!await tries.TakeAsync(account, ct) || !passwords.Matches(account, command.Current!)) return Problem.Invalid(nameof(command.Current), "identity.password-wrong");

        await using var work = await db.BeginAsync(ct);
        account.PasswordHash = passwords.Hash(command.NewPassword!);
        account.Version++;
        await sessions.RemoveAsync(account.Id, only: null, except: session.Id, ct);
        await tries.ForgiveAsync(account, ct);
        db.Audit(access, "identity.change-password", account.Subject, clock.GetUtcNow(), account.DivisionCode);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        cache.Forget(account.Id);
        return new Done();
    }
}
