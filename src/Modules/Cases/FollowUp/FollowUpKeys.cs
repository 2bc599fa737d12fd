using System.Security.Cryptography;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.FollowUp;

/// <summary>
/// What opens a follow-up page: the secret of the receipt, which lasts, or a pass of two hours for somebody who has shown
/// otherwise that the case is theirs (the secret itself is kept as a hash only).
/// </summary>
internal sealed class FollowUpKeys(AppDb db, IDataProtectionProvider protection)
{
    private const int SecretLength = 27;
    private static readonly TimeSpan PassLasts = TimeSpan.FromHours(2);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("cases.follow-up").ToTimeLimitedDataProtector();

    /// <summary>The address of a follow-up page for the next two hours.</summary>
    public string PassTo(Guid caseId) => $"/r/{protector.Protect(caseId.ToString("N"), PassLasts)}";

    /// <summary>The case a key opens, or null. Found by its hash, so the time it takes says nothing about the key.</summary>
    public async Task<Case?> OpenAsync(string key, CancellationToken ct)
    {
        if (key.Length == SecretLength)
        {
            var hash = Tokens.Hash(key);
            return await db.Cases.SingleOrDefaultAsync(c => c.FollowUpHash == hash, ct);
        }
        return CaseOf(key) is { } id ? await db.Cases.SingleOrDefaultAsync(c => c.Id == id, ct) : null;
    }

    /// <summary>The case by which things go on: the one a report was merged into, else itself.</summary>
    public async Task<Case> LeadingAsync(Case reported, CancellationToken ct) =>
        reported.MasterId is { } master ? await db.Cases.SingleAsync(c => c.Id == master, ct) : reported;

    private Guid? CaseOf(string pass)
    {
        try
        {
            return Guid.ParseExact(protector.Unprotect(pass), "N");
        }
        catch (CryptographicException)
        {
            return null;   // forged, cut or too old; the framework says so no other way
        }
    }
}
