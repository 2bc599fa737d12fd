using Linli.Identity.Accounts;
using Linli.Platform.Access;

namespace Linli.Identity.Roles;

/// <summary>Who may give what: nobody gives more than they hold, except that whoever manages roles may give any, within their divisions.</summary>
internal static class Grants
{
    /// <summary>Whether the caller may give these permissions to somebody else.</summary>
    public static bool MayGive(this IAccess access, IEnumerable<string> permissions) =>
        access.May(IdentityPolicies.ManageRoles) || permissions.All(access.May);

    /// <summary>
    /// Whether the caller may change an account. Not their own, or they could raise themselves; and not that of somebody who holds what
    /// they could not give, or a new password would be the way to it.
    /// </summary>
    public static bool MayManage(this IAccess access, Account account, IReadOnlyDictionary<string, Role> roles) =>
        access.Sees(account.DivisionCode)
        && access.Actor.Id != account.Id
        && access.MayGive(account.Roles.Where(roles.ContainsKey).SelectMany(code => roles[code].Allows));
}
