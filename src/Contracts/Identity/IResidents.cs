namespace Linli.Contracts.Identity;

/// <summary>Residents who have signed in by a code to their phone. Identity knows nothing of them but the number.</summary>
public interface IResidents
{
    /// <summary>
    /// The confirmed mobile number (11 digits) of a resident, or null when there is no such resident. Whoever looks for rows by it makes
    /// the fingerprint for their own column; the number itself is neither stored in clear nor logged.
    /// </summary>
    Task<string?> PhoneAsync(Guid residentId, CancellationToken ct);
}
