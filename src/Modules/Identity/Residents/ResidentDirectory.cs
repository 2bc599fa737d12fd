using Linli.Contracts.Identity;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.Residents;

/// <summary>Residents, known by their confirmed numbers.</summary>
internal sealed class ResidentDirectory(AppDb db, FieldCipher cipher) : IResidents
{
    public const string Phone = "identity.resident.phone";

    public async Task<string?> PhoneAsync(Guid residentId, CancellationToken ct) =>
        await db.Residents.AsNoTracking().Where(r => r.Id == residentId).Select(r => r.Phone).FirstOrDefaultAsync(ct) is { } phone ? cipher.Unprotect(phone, Phone) : null;

    public byte[] Seal(string phone) => cipher.Protect(phone, Phone);

    public byte[] Fingerprint(string phone) => cipher.Fingerprint(phone, Phone);

    /// <summary>The resident with a number; a new one is added to the pending changes.</summary>
    public async Task<Resident> EnsureAsync(PhoneCode confirmed, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Residents.FirstOrDefaultAsync(r => r.PhoneFingerprint == confirmed.PhoneFingerprint, ct) is { } known) return known;
        var resident = new Resident { Id = Guid.CreateVersion7(now), Phone = confirmed.Phone, PhoneFingerprint = confirmed.PhoneFingerprint, CreatedAt = now };
        db.Residents.Add(resident);
        return resident;
    }
}
