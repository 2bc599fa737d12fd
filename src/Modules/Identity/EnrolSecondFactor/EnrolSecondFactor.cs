using System.ComponentModel.DataAnnotations;
using Linli.Identity.SecondFactor;
using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;

namespace Linli.Identity.EnrolSecondFactor;

internal sealed record EnrolSecondFactor : ICommand
{
    /// <summary>The secret as the page offered it, sealed.</summary>
    [Required(ErrorMessage = "identity.offer-missing")] public string? Offer { get; set; }

    /// <summary>The code that the phone shows: proof that it has the secret.</summary>
    [Required(ErrorMessage = "identity.code-missing")] public string? Code { get; set; }
}

/// <summary>What the page shows: the address for the QR code, the secret for those who type it, and the sealed offer.</summary>
internal sealed record TotpOffer(string Address, string Secret, string Sealed);

internal sealed class EnrolSecondFactorHandler(AppDb db, IAccess access, CurrentSession current, SecondFactors factors, VisitorCache cache, TimeProvider clock)
{
    private const string Site = "Linli";

    /// <summary>Offers a new secret, or shows one again that was offered before.</summary>
    public async Task<TotpOffer?> OfferAsync(string? offered, CancellationToken ct)
    {
        if (await current.FindAsync(SessionState.Open, ct) is not var (_, account)) return null;
        var secret = factors.Offered(account, offered) ?? Totp.NewSecret();
        return new(Totp.Address(Site, account.UserName, secret), Totp.Base32(secret), factors.Offer(account, secret));
    }

    /// <summary>Sets the second factor; gives the recovery codes.</summary>
    public async Task<Result<string[]>> Handle(EnrolSecondFactor command, CancellationToken ct)
    {
        if (await current.FindAsync(SessionState.Open, ct) is not var (_, account)) return Problem.Http(401);
        if (factors.Offered(account, command.Offer) is not { } secret) return Problem.Invalid(nameof(command.Offer), "identity.offer-missing");
        var now = clock.GetUtcNow();
        if (OneTimeCode.Read(command.Code) is not { } code || Totp.StepOf(secret, code, now, account.TotpStep) is not { } step)
            return Problem.Invalid(nameof(command.Code), "identity.code-wrong");

        var codes = await factors.SetAsync(account, secret, step, ct);
        account.Version++;
        db.Audit(access, "identity.enrol-second-factor", account.Subject, now, account.DivisionCode);
        await db.SaveChangesAsync(ct);
        cache.Forget(account.Id);
        return codes;
    }
}
