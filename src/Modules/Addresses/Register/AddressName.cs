using Linli.Addresses;

namespace Linli.StandardAddresses;

/// <summary>Another name of an address: an alias, or one that it had.</summary>
internal sealed class AddressName
{
    public required Guid AddressId { get; init; }
    public required string Name { get; init; }

    /// <summary><see cref="NameKind.Alias"/> or <see cref="NameKind.Old"/>.</summary>
    public required NameKind Kind { get; set; }
}
