using Linli.Contracts.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>Who looked at what is registered of the caller: of people whose own number is the one the caller has confirmed.</summary>
internal sealed class MyLooksHandler(AppDb db, IAccess access, IResidents residents, RecordVault vault, SeeLooksHandler looks)
{
    private const string Person = "person", Phone = "phone";

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<LookDetails>> HandleAsync(CancellationToken ct)
    {
        if (access.Actor is not { Kind: ActorKind.Resident, Id: { } resident } || await residents.PhoneAsync(resident, ct) is not { } phone) return [];
        var print = vault.KeyOf(FieldKind.Phone, phone);
        var (records, keys) = (db.Records, db.RecordKeys);
        var found = await db.RecordStates.AsNoTracking().Where(s => keys.Any(k => k.Fingerprint == print && k.RecordId == s.RecordId) && records.Any(r => r.Id == s.RecordId && r.TypeCode == Person)).ToListAsync(ct);
        // The number may also be that of somebody to call in an emergency: whose record that is, is no business of theirs.
        var own = found.GroupBy(s => s.RecordId).Where(states => vault.Open(new RecordHistory(states).Latest).Values.GetValueOrDefault(Phone) == phone).Select(states => states.Key).ToList();
        return await looks.AtAsync(own, ct);
    }
}
