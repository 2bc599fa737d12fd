using Linli.Contracts.Identity;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.Accounts;

/// <summary>Accounts as other modules see them.</summary>
internal sealed class StaffDirectory(AppDb db) : IStaff
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Accounts.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);

    public async Task<IReadOnlyList<StaffMember>> OfUnitAsync(Guid unitId, CancellationToken ct) =>
        await db.Accounts.Where(a => a.UnitId == unitId && a.Active).OrderBy(a => a.UserName)
            .Select(a => new StaffMember(a.Id, a.DisplayName, a.UnitId, a.DivisionCode, a.Roles)).ToListAsync(ct);
}
