using Linli.Contracts.Identity;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.Accounts;

/// <summary>Accounts as other modules see them.</summary>
internal sealed class StaffDirectory(AppDb db) : IStaff
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Accounts.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);

    private const int Most = 50, MostWithin = 1_000;

    public Task<IReadOnlyList<Colleague>> NamedAsync(IReadOnlyCollection<string> names, string permission, CancellationToken ct)
    {
        var signIns = names.Select(name => name.ToLowerInvariant()).ToList();
        return HoldingAsync(db.Accounts.Where(a => names.Contains(a.DisplayName) || signIns.Contains(a.UserName)), permission, ct);
    }

    public Task<IReadOnlyList<Colleague>> BeginningWithAsync(string start, string permission, CancellationToken ct)
    {
        var signIn = start.ToLowerInvariant();
        return HoldingAsync(db.Accounts.Where(a => a.DisplayName.StartsWith(start) || a.UserName.StartsWith(signIn)), permission, ct);
    }

    public Task<IReadOnlyList<Colleague>> WithinAsync(string divisionCode, string permission, CancellationToken ct) =>
        HoldingAsync(db.Accounts.Where(a => a.DivisionCode.StartsWith(divisionCode)), permission, ct, MostWithin);

    private async Task<IReadOnlyList<Colleague>> HoldingAsync(IQueryable<Account> accounts, string permission, CancellationToken ct, int most = Most)
    {
        var found = await accounts.AsNoTracking().Where(a => a.Active).OrderBy(a => a.UserName).Take(most).ToListAsync(ct);
        if (found.Count == 0) return [];
        var roles = await db.Roles.AsNoTracking().ToDictionaryAsync(r => r.Code, ct);
        return [..
            from account in found
            let held = account.Roles.Where(roles.ContainsKey).Select(code => roles[code]).ToList()
            where held.Any(role => role.Allows.Contains(permission))
            select new Colleague(account.Id, account.UserName, account.DisplayName, account.UnitId, account.DivisionCode, held.All(role => role.OwnUnitOnly))];
    }

    public async Task<IReadOnlyList<StaffMember>> OfUnitAsync(Guid unitId, CancellationToken ct) =>
        await db.Accounts.Where(a => a.UnitId == unitId && a.Active).OrderBy(a => a.UserName)
            .Select(a => new StaffMember(a.Id, a.DisplayName, a.UnitId, a.DivisionCode, a.Roles)).ToListAsync(ct);
}
