namespace Linli.Identity.SecondFactor;

/// <summary>A code that stands in once for a lost phone. Used codes are deleted.</summary>
internal sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] Hash { get; init; }
}
