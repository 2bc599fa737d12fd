using Linli.Contracts.Identity;
using Linli.Cases.FollowUp;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Cases.MyCases;

/// <summary>我的: what was reported with the phone number the caller has confirmed.</summary>
internal sealed class MyCasesHandler(AppDb db, IAccess access, IResidents residents, FieldCipher cipher, FollowUpKeys keys)
{
    public const int Most = 100;

    /// <summary>Newest first, at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<MyCase>> HandleAsync(CancellationToken ct)
    {
        if (access.Actor is not { Kind: ActorKind.Resident, Id: { } resident } || await residents.PhoneAsync(resident, ct) is not { } phone) return [];
        var fingerprint = cipher.Fingerprint(phone, Reporter.PhonePurpose);
        var rows = await (from r in db.Reporters where r.PhoneFingerprint == fingerprint
                          join c in db.Cases on r.CaseId equals c.Id
                          orderby c.ReceivedAt descending
                          select new { c.Id, c.Number, c.Title, c.Status, c.ReceivedAt, c.DueAt }).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(c => new MyCase(c.Number, c.Title, c.Status, c.ReceivedAt, c.DueAt, keys.PassTo(c.Id)));
    }
}

/// <summary>A line of the list.</summary>
internal sealed record MyCase(string Number, string Title, CaseStatus Status, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, string Href);
