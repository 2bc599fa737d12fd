using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Linli.Identity.Residents;
using Linli.Identity.Sessions;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.ConfirmPhone;

internal sealed record ConfirmPhone : ICommand
{
    [Required(ErrorMessage = "identity.code-missing")] public string? Code { get; set; }
}

/// <summary>Signs a resident in by the code that came to their phone. A code works once, for five minutes and five tries.</summary>
internal sealed class ConfirmPhoneHandler(AppDb db, IAccess access, ResidentDirectory residents, SessionStore sessions, FieldCipher cipher, TimeProvider clock)
{
    public static readonly Problem Refused = Problem.Invalid(nameof(ConfirmPhone.Code), "identity.code-refused-or-old");

    public async Task<Result<Session>> Handle(Guid attempt, ConfirmPhone command, Origin origin, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (OneTimeCode.Read(command.Code) is not { } code || !await TakeTryAsync(attempt, now, ct)) return Refused;
        var sent = await db.PhoneCodes.AsNoTracking().SingleAsync(c => c.Id == attempt, ct);
        if (!CryptographicOperations.FixedTimeEquals(sent.CodeFingerprint, cipher.Fingerprint(code, PhoneCode.Purpose(attempt)))) return Refused;

        try
        {
            return await OpenAsync(sent, origin, now, ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();   // another code for the same phone was confirmed at the same moment, and its resident is there now
            return await OpenAsync(sent, origin, now, ct);
        }
    }

    private async Task<Result<Session>> OpenAsync(PhoneCode sent, Origin origin, DateTimeOffset now, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        if (await db.PhoneCodes.Where(c => c.Id == sent.Id).ExecuteDeleteAsync(ct) == 0) return Refused;   // the same code twice at once
        var resident = await residents.EnsureAsync(sent, now, ct);
        var session = await sessions.OpenAsync(ActorKind.Resident, resident.Id, SessionState.Open, origin, ct);
        db.Audit(access, "identity.confirm-phone", resident.Subject, now);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return session;
    }

    /// <summary>Takes a try before the code is looked at, so that guesses at the same moment cannot outrun the count.</summary>
    private async Task<bool> TakeTryAsync(Guid attempt, DateTimeOffset now, CancellationToken ct)
    {
        var oldest = now - PhoneCode.Lifetime;
        await using var work = await db.BeginAsync(ct);
        var taken = await db.PhoneCodes.Where(c => c.Id == attempt && c.TriesLeft > 0 && c.CreatedAt > oldest)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.TriesLeft, c => c.TriesLeft - 1), ct);
        await work.CommitAsync(ct);
        return taken == 1;
    }
}
