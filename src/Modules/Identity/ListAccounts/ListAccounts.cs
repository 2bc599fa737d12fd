using Linli.Identity.Accounts;
using Linli.Identity.Roles;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.ListAccounts;

/// <summary>Conditions of the list, as they stand in its address.</summary>
internal sealed record ListAccounts(string? Text, string? Role, Guid? Unit, string? State, string Sort, int Page)
{
    public const int PageSize = 50;
    public const string Active = "active", Closed = "closed", Locked = "locked";
}

internal sealed record AccountList(IReadOnlyList<Account> Accounts, int Total, IReadOnlyDictionary<string, Role> Roles);

internal sealed class ListAccountsHandler(AppDb db, IAccess access, TimeProvider clock)
{
    public async Task<AccountList> Handle(ListAccounts query, CancellationToken ct)
    {
        var found = Filter(db.Accounts.AsNoTracking().Within(access), query, clock.GetUtcNow());
        var page = await Order(found, query.Sort).Skip((query.Page - 1) * ListAccounts.PageSize).Take(ListAccounts.PageSize).ToListAsync(ct);
        return new(page, await found.CountAsync(ct), await db.Roles.AsNoTracking().OrderBy(r => r.Code).ToDictionaryAsync(r => r.Code, ct));
    }

    private static IQueryable<Account> Filter(IQueryable<Account> accounts, ListAccounts query, DateTimeOffset now)
    {
        if (query.Text?.Trim() is { Length: > 0 } text) accounts = accounts.Where(a => a.UserName.Contains(text.ToLowerInvariant()) || a.DisplayName.Contains(text));
        if (query.Role is { Length: > 0 } role) accounts = accounts.Where(a => a.Roles.Contains(role));
        if (query.Unit is { } unit) accounts = accounts.Where(a => a.UnitId == unit);
        return query.State switch
        {
            ListAccounts.Active => accounts.Where(a => a.Active),
            ListAccounts.Closed => accounts.Where(a => !a.Active),
            ListAccounts.Locked => accounts.Where(a => a.LockedUntil > now),
            _ => accounts,
        };
    }

    private static IQueryable<Account> Order(IQueryable<Account> accounts, string sort) => sort switch
    {
        "-user" => accounts.OrderByDescending(a => a.UserName),
        "name" => accounts.OrderBy(a => a.DisplayName).ThenBy(a => a.Id),
        "-name" => accounts.OrderByDescending(a => a.DisplayName).ThenBy(a => a.Id),
        "seen" => accounts.OrderBy(a => a.LastSignInAt).ThenBy(a => a.Id),
        "-seen" => accounts.OrderByDescending(a => a.LastSignInAt).ThenBy(a => a.Id),
        _ => accounts.OrderBy(a => a.UserName),
    };
}
