namespace Linli.StandardAddresses;

/// <summary>One fact of an address that somebody changed; only added.</summary>
internal sealed class AddressChange
{
    public required Guid Id { get; init; }
    public required Guid AddressId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ChangedBy { get; init; }

    /// <summary>Name of the fact as in <see cref="AddressState.InWords"/>; <c>made</c> for a new address.</summary>
    public required string Fact { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
}
