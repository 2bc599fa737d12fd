namespace Linli.Party;

/// <summary>Permissions of this module.</summary>
internal static class PartyPolicies
{
    /// <summary>See organisations, members, who has adopted which building, and joint projects.</summary>
    public const string See = "party.see";

    /// <summary>Change them, and reveal phones.</summary>
    public const string Manage = "party.manage";
}
