using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Linli.Platform.Access;

/// <summary>
/// A policy per permission, made on demand. An endpoint or page that names neither a policy nor anonymous access is
/// refused to everybody, so that forgetting is safe.
/// </summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options, IReadOnlyList<Module> modules)
    : DefaultAuthorizationPolicyProvider(options)
{
    private readonly HashSet<string> known = [.. modules.SelectMany(m => m.Permissions).Select(p => p.Name)];

    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        known.Contains(policyName)
            ? Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder().RequireClaim(AccessClaims.Permission, policyName).Build())
            : base.GetPolicyAsync(policyName);
}
