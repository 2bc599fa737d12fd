using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Platform.Access;
using Microsoft.Extensions.Localization;

namespace Linli.Registry;

/// <summary>From a building or room to the records that name it.</summary>
internal sealed class RecordsAtAddress(IAccess access, IStringLocalizer<RegistryModule> text) : IAddressNotes
{
    public Task<IReadOnlyList<AddressNote>> OfAsync(Address address, CancellationToken ct) => Task.FromResult<IReadOnlyList<AddressNote>>(
        address.Level >= AddressLevel.Building && access.May(RegistryPolicies.See) ? [new(text["registry"], text["records-at-address"], new RecordFilter(Text: address.Text).At("/desk/registry"))] : []);
}
