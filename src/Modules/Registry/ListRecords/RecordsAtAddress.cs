using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Microsoft.Extensions.Localization;

namespace Linli.Registry;

/// <summary>From a building or room to the records whose address says so, however much of the divisions they write before it.</summary>
internal sealed class RecordsAtAddress(IDivisions divisions, IAccess access, IStringLocalizer<RegistryModule> text) : IAddressNotes
{
    private const int CommunityDigits = 12;

    public Task<IReadOnlyList<AddressNote>> OfAsync(Address address, CancellationToken ct)
    {
        if (address.Level < AddressLevel.Building || !access.May(RegistryPolicies.See)) return Task.FromResult<IReadOnlyList<AddressNote>>([]);
        var community = address.DivisionCode[..Math.Min(address.DivisionCode.Length, CommunityDigits)];
        var written = divisions.Find(community) is { Name: var name } && address.Text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at ? address.Text[(at + name.Length)..] : address.Text;
        return Task.FromResult<IReadOnlyList<AddressNote>>([new(text["registry"], text["records-at-address"], new RecordFilter(Text: written, Division: community).At("/desk/registry"))]);
    }
}
