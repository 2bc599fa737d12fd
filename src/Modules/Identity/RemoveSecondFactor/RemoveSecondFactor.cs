using System.ComponentModel.DataAnnotations;
using Linli.Identity.Accounts;
using Linli.Identity.SecondFactor;
using Linli.Identity.Sessions;
using Linli.Identity.SignIn;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Web;

namespace Linli.Identity.RemoveSecondFactor;

internal sealed record RemoveSecondFactor : ICommand
{
    [Required(ErrorMessage = "identity.password-missing"), StringLength(Passwords.MaxLength)] public string? Password { get; set; }
}

/// <summary>Takes one's own second factor away; an open session alone is not enough for that.</summary>
internal sealed class RemoveSecondFactorHandler(AppDb db, IAccess access, CurrentSession current, SecondFactors factors, Passwords passwords, SignInTries tries, VisitorCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> Handle(RemoveSecondFactor command, CancellationToken ct)
    {
        if (await current.FindAsync(SessionState.Open, ct) is not var (_, account)) return Problem.Http(401);
        if (!await tries.TakeAsync(account, ct) || !passwords.Matches(account, command.Password!)) return Problem.Invalid(nameof(command.Password), "identity.password-wrong");

        await using var work = await db.BeginAsync(ct);
        await factors.ClearAsync(account, ct);
        account.Version++;
        await tries.ForgiveAsync(account, ct);
        db.Audit(access, "identity.remove-second-factor", account.Subject, clock.GetUtcNow(), account.DivisionCode);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        cache.Forget(account.Id);
        return new Done();
    }
}
