using Linli.Identity.Roles;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.ListRoles;

/// <summary>A role and how many of the accounts that the caller sees hold it.</summary>
internal sealed record RoleInUse(Role Role, int Holders);

internal sealed class ListRolesHandler(AppDb db, IAccess access)
{
    public async Task<IReadOnlyList<RoleInUse>> Handle(CancellationToken ct)
    {
        var held = await db.Accounts.Within(access).Select(a => a.Roles).ToListAsync(ct);
        var holders = held.SelectMany(codes => codes).CountBy(code => code).ToDictionary();
        var roles = await db.Roles.AsNoTracking().OrderBy(r => r.Code).ToListAsync(ct);
        return roles.ConvertAll(role => new RoleInUse(role, holders.GetValueOrDefault(role.Code)));
    }
}
