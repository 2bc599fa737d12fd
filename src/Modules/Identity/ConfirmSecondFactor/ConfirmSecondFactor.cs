using System.ComponentModel.DataAnnotations;
using Linli.Identity.Accounts;
using Linli.Identity.SecondFactor;
using Linli.Identity.Sessions;
using Linli.Identity.SignIn;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Identity.ConfirmSecondFactor;

internal sealed record ConfirmSecondFactor : ICommand
{
    /// <summary>Six digits from the phone, or a recovery code.</summary>
    [Required(ErrorMessage = "identity.code-missing"), StringLength(32)] public string? Code { get; set; }
}

/// <summary>The second step of a sign-in. Wrong codes count towards the lock like wrong passwords.</summary>
internal sealed class ConfirmSecondFactorHandler(AppDb db, CurrentSession current, SecondFactors factors, SignInTries tries, VisitorCache cache, TimeProvider clock)
{
    public static readonly Problem Refused = new("identity.code-refused", 401);

    public async Task<Result<SessionState>> Handle(ConfirmSecondFactor command, CancellationToken ct)
    {
        if (await current.FindAsync(SessionState.SecondFactor, ct) is not var (session, account)) return Refused;
        if (!await tries.TakeAsync(account, ct)) return Refused;

        await using var work = await db.BeginAsync(ct);
        if (!await factors.AcceptAsync(account, command.Code!, ct)) return Refused;
        session.State = account.MustChangePassword ? SessionState.NewPassword : SessionState.Open;
        await tries.ForgiveAsync(account, ct);
        db.Audit(new AccountAccess(account), "identity.confirm-second-factor", account.Subject, clock.GetUtcNow(), account.DivisionCode);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        cache.Forget(account.Id);
        return session.State;
    }
}
