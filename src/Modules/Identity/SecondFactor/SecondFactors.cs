using System.Security.Cryptography;
using Linli.Identity.Accounts;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.SecondFactor;

/// <summary>Keeps and checks second factors: a phone that makes codes, and codes on paper for the day it is lost.</summary>
internal sealed class SecondFactors(AppDb db, FieldCipher cipher, TimeProvider clock)
{
    public const string Secret = "identity.account.totp";
    private const string Paper = "identity.recovery-code";
    private const int PaperCodes = 10, PaperLength = 10;

    /// <summary>Hands a secret to its owner's page, readable only here and only for them.</summary>
    public string Offer(Account account, byte[] secret) => Convert.ToBase64String(cipher.Protect(Convert.ToHexString(secret), OfferTo(account)));

    /// <summary>The secret that was offered to this account; null when it was tampered with.</summary>
    public byte[]? Offered(Account account, string? offer)
    {
        try
        {
            return Convert.FromHexString(cipher.Unprotect(Convert.FromBase64String(offer ?? ""), OfferTo(account)));
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Sets the secret with the pending changes and gives new recovery codes, shown this once.</summary>
    public async Task<string[]> SetAsync(Account account, byte[] secret, long step, CancellationToken ct)
    {
        await ClearAsync(account, ct);
        (account.TotpSecret, account.TotpStep) = (cipher.Protect(Convert.ToHexString(secret), Secret), step);
        var codes = Enumerable.Range(0, PaperCodes).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", PaperLength)).ToArray();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { AccountId = account.Id, Hash = cipher.Fingerprint(code, Paper) }));
        return codes;
    }

    /// <summary>Takes the second factor away with the pending changes.</summary>
    public async Task ClearAsync(Account account, CancellationToken ct)
    {
        (account.TotpSecret, account.TotpStep) = (null, 0);
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ToListAsync(ct));
    }

    /// <summary>Whether a code is right, and uses it up inside the caller's transaction.</summary>
    public async Task<bool> AcceptAsync(Account account, string typed, CancellationToken ct)
    {
        if (OneTimeCode.Read(typed) is not { } code) return await AcceptPaperAsync(account, typed, ct);
        var secret = Convert.FromHexString(cipher.Unprotect(account.TotpSecret!, Secret));
        return Totp.StepOf(secret, code, clock.GetUtcNow(), account.TotpStep) is { } step
            && await db.Accounts.Where(a => a.Id == account.Id && a.TotpStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.TotpStep, step), ct) == 1;
    }

    private async Task<bool> AcceptPaperAsync(Account account, string typed, CancellationToken ct)
    {
        var hash = cipher.Fingerprint(typed.Trim().ToLowerInvariant(), Paper);
        return await db.RecoveryCodes.Where(c => c.AccountId == account.Id && c.Hash == hash).ExecuteDeleteAsync(ct) == 1;
    }

    private static string OfferTo(Account account) => $"identity.totp-offer.{account.Id}";
}
