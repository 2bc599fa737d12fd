using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Party;

/// <summary>From a building to the members who look after it.</summary>
internal sealed class AdoptersAtAddress(AppDb db, IAccess access, IStringLocalizer<PartyModule> text) : IAddressNotes
{
    public async Task<IReadOnlyList<AddressNote>> OfAsync(Address address, CancellationToken ct)
    {
        if (address.Level is not AddressLevel.Building || !access.May(PartyPolicies.See) || !access.Sees(address.DivisionCode)) return [];
        var names = await (from adoption in db.Adoptions.AsNoTracking().Within(access).Present()
                           where adoption.BuildingId == address.Id
                           join member in db.Members on adoption.MemberId equals member.Id
                           orderby adoption.Since, member.Name
                           select member.Name).ToListAsync(ct);
        return [new(text["adopters"], names is [] ? text["nobody"] : string.Join("、", names), $"/desk/party/buildings/{address.Id}")];
    }
}
