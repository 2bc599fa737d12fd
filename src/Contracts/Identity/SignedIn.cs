namespace Linli.Contracts.Identity;

/// <summary>Policies that ask only who somebody is, for pages that belong to everyone of a kind.</summary>
public static class SignedIn
{
    /// <summary>Any staff account.</summary>
    public const string Staff = "identity.staff";

    /// <summary>Any resident who has confirmed a phone number.</summary>
    public const string Resident = "identity.resident";
}
