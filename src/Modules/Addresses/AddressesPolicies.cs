namespace Linli.StandardAddresses;

/// <summary>Permissions of this module.</summary>
internal static class AddressesPolicies
{
    /// <summary>See standard addresses down to the rooms.</summary>
    public const string See = "addresses.see";

    /// <summary>Change them, and work off what was not found.</summary>
    public const string Manage = "addresses.manage";
}
