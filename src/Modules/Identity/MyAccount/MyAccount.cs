using Linli.Contracts.Grids;
using Linli.Identity.Roles;
using Linli.Identity.Sessions;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.MyAccount;

/// <summary>What somebody sees of their own account.</summary>
internal sealed record MyAccount(string UserName, string DisplayName, string? Unit, string Division, IReadOnlyList<Role> Roles, bool HasSecondFactor, int RecoveryCodes, IReadOnlyList<Session> Sessions, Guid Current);

internal sealed class MyAccountHandler(AppDb db, CurrentSession current, IUnits units, IDivisions divisions)
{
    public async Task<MyAccount?> Handle(CancellationToken ct)
    {
        if (await current.FindAsync(SessionState.Open, ct) is not var (session, account)) return null;
        return new(
            account.UserName,
            account.DisplayName,
            account.UnitId is { } unit ? units.Find(unit)?.Name : null,
            divisions.PathOf(account.DivisionCode),
            await db.Roles.AsNoTracking().Where(r => account.Roles.Contains(r.Code)).ToListAsync(ct),
            account.TotpSecret is not null,
            await db.RecoveryCodes.CountAsync(c => c.AccountId == account.Id, ct),
            await db.Sessions.AsNoTracking().Where(s => s.OwnerId == account.Id && s.State == SessionState.Open).OrderByDescending(s => s.LastSeenAt).ToListAsync(ct),
            session.Id);
    }
}
