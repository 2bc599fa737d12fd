namespace Linli.Identity;

/// <summary>Permissions of this module.</summary>
internal static class IdentityPolicies
{
    public const string ManageUsers = "identity.manage-users";
    public const string ManageRoles = "identity.manage-roles";
    public const string ManageKeys = "identity.manage-keys";
}
