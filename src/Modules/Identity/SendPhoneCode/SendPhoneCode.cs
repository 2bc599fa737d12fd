using System.ComponentModel.DataAnnotations;
using Linli.Identity.Residents;
using Linli.Identity.Sessions;
using Linli.Identity.Web;
using Linli.Platform.Data;
using Linli.Platform.Formats;
using Linli.Platform.Messages;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Identity.SendPhoneCode;

internal sealed record SendPhoneCode : ICommand
{
    [Required(ErrorMessage = "identity.phone-missing")] public string? Phone { get; set; }
}

/// <summary>Sends a one-time code to a phone. Every number gets one, so nothing is learned of who lives here.</summary>
internal sealed class SendPhoneCodeHandler(AppDb db, ResidentDirectory residents, FieldCipher cipher, AttemptLimit limit, IStringLocalizer<IdentityModule> text, TimeProvider clock)
{
    private const int MostInAnHour = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1);

    /// <summary>Gives the key of the attempt, which the confirmation names.</summary>
    public async Task<Result<Guid>> Handle(SendPhoneCode command, Origin origin, CancellationToken ct)
    {
        if (MobileNumber.Read(command.Phone) is not { } phone) return Problem.Invalid(nameof(command.Phone), "identity.phone-wrong");
        if (!limit.TryTake(nameof(SendPhoneCode), origin)) return Problem.Http(429);
        var (now, fingerprint) = (clock.GetUtcNow(), residents.Fingerprint(phone));
        var earlier = await db.PhoneCodes.Where(c => c.PhoneFingerprint == fingerprint).Select(c => c.CreatedAt).ToListAsync(ct);
        if (earlier.Any(at => at + Pause > now) || earlier.Count(at => at + Hour > now) >= MostInAnHour) return Problem.Http(429);

        var (id, code) = (Guid.CreateVersion7(now), OneTimeCode.New());
        var old = now - Hour;
        db.PhoneCodes.RemoveRange(await db.PhoneCodes.Where(c => c.CreatedAt < old).ToListAsync(ct));
        db.PhoneCodes.Add(new()
        {
            Id = id,
            Phone = residents.Seal(phone),
            PhoneFingerprint = fingerprint,
            CodeFingerprint = cipher.Fingerprint(code, PhoneCode.Purpose(id)),
            CreatedAt = now,
        });
        db.Send(new(phone, text["phone-code-message", code], "identity.phone-code", $"phone-code/{id}") { Urgent = true }, now);
        await db.SaveChangesAsync(ct);
        return id;
    }
}
