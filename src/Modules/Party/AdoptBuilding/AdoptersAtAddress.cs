using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Platform.Access;
using Microsoft.Extensions.Localization;

namespace Linli.Party;

/// <summary>From a building to the members who look after it.</summary>
internal sealed class AdoptersAtAddress(CoverageHandler coverage, IAccess access, IStringLocalizer<PartyModule> text) : IAddressNotes
{
    public async Task<IReadOnlyList<AddressNote>> OfAsync(Address address, CancellationToken ct) =>
        address.Level is AddressLevel.Building && access.May(PartyPolicies.See) && await coverage.Find(address.Id, ct) is { } building
            ? [new(text["adopters"], building.Adopters is [] ? text["nobody"] : string.Join("、", building.Adopters), $"/desk/party/buildings/{address.Id}")]
            : [];
}
