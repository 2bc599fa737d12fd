using System.ComponentModel.DataAnnotations;
using Linli.Identity.Accounts;
using Linli.Identity.Sessions;
using Linli.Identity.Web;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.SignIn;

internal sealed record SignIn : ICommand
{
    [Required(ErrorMessage = "identity.user-name-missing"), StringLength(64)] public string? UserName { get; set; }
    [Required(ErrorMessage = "identity.password-missing"), StringLength(Passwords.MaxLength)] public string? Password { get; set; }
}

/// <summary>
/// Signs a member of staff in by name and password. Every refusal is the same: it tells neither whether there is such an account, nor
/// whether it is closed.
/// </summary>
internal sealed class SignInHandler(AppDb db, Passwords passwords, SessionStore sessions, SignInTries tries, AttemptLimit limit, TimeProvider clock)
{
    public static readonly Problem Refused = new("identity.sign-in-refused", 401);

    public async Task<Result<Session>> Handle(SignIn command, Origin origin, CancellationToken ct)
    {
        if (!limit.TryTake(nameof(SignIn), origin)) return Problem.Http(429);

        var userName = command.UserName!.Trim().ToLowerInvariant();
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.UserName == userName && a.Active, ct);
        if (account is not null && !await tries.TakeAsync(account, ct)) account = null;
        if (!passwords.Matches(account, command.Password!) || account is null) return Refused;

        limit.GiveBack(nameof(SignIn), origin);
        return await OpenAsync(account, origin, ct);
    }

    private async Task<Session> OpenAsync(Account account, Origin origin, CancellationToken ct)
    {
        var state = account.TotpSecret is not null ? SessionState.SecondFactor
            : account.MustChangePassword ? SessionState.NewPassword
            : SessionState.Open;
        await using var work = await db.BeginAsync(ct);
        var session = await sessions.OpenAsync(ActorKind.Staff, account.Id, state, origin, ct);
        if (state is not SessionState.SecondFactor) await tries.ForgiveAsync(account, ct);
        db.Audit(new AccountAccess(account), "identity.sign-in", account.Subject, clock.GetUtcNow(), account.DivisionCode, new { state, origin.Device });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return session;
    }
}
