using Linli.Contracts.Grids;
using Linli.Identity.Roles;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.Accounts;

/// <summary>The accounts that the caller may change, and what they may make of them.</summary>
internal sealed class ManagedAccounts(AppDb db, IAccess access, IDivisions divisions, IUnits units)
{
    /// <summary>Their own account, or one that holds more than the caller could give.</summary>
    public static readonly Problem OutOfReach = new("identity.account-out-of-reach", 403);

    public async Task<Result<Account>> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Accounts.Within(access).FirstOrDefaultAsync(a => a.Id == id, ct) is not { } account) return Problem.NotFound;
        return access.MayManage(account, await RolesAsync(ct)) ? account : OutOfReach;
    }

    /// <summary>What is wrong with a place and roles that somebody is to get; null when nothing is.</summary>
    public async Task<Problem?> CheckAsync(string divisionCode, Guid? unitId, IReadOnlyCollection<string> roleCodes, CancellationToken ct)
    {
        var known = divisions.Find(divisionCode) is not null || access.Division is "";   // the first account comes before the first division
        if (!known || !access.Sees(divisionCode)) return Problem.Invalid("divisionCode", "identity.division-outside");
        if (unitId is { } id && (units.Find(id) is not { } unit || !access.Sees(unit.DivisionCode))) return Problem.Invalid("unitId", "identity.unit-outside");
        var roles = await RolesAsync(ct);
        return roleCodes.All(code => roles.TryGetValue(code, out var role) && access.MayGive(role.Allows)) ? null : Problem.Invalid("roles", "identity.role-too-much");
    }

    /// <summary>The roles that the caller may give.</summary>
    public async Task<IReadOnlyList<Role>> GivableRolesAsync(CancellationToken ct) =>
        [.. (await RolesAsync(ct)).Values.Where(role => access.MayGive(role.Allows)).OrderBy(role => role.Code, StringComparer.Ordinal)];

    private Task<Dictionary<string, Role>> RolesAsync(CancellationToken ct) => db.Roles.AsNoTracking().ToDictionaryAsync(r => r.Code, ct);
}
