namespace Linli.Identity.SecondFactor;

/// <summary>A code that stands in once for a lost phone. Used codes are deleted.</summary>
internal sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    /// <summary>Keyed fingerprint: fifty bits behind a plain hash could be tried through.</summary>
    public required byte[] Hash { get; init; }
}
