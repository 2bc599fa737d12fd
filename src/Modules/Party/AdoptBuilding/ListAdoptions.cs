using Linli.Contracts.Addresses;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>Who looks after which building, or did.</summary>
internal sealed record AdoptionLine(Guid Id, Guid BuildingId, string Building, Guid MemberId, string Member, string Organisation, DateOnly Since, DateOnly? Until, string? EndReason, int Version);

/// <summary>What was adopted in the caller's divisions.</summary>
internal sealed class ListAdoptionsHandler(AppDb db, IAccess access, IAddresses addresses)
{
    private const int Most = 200;

    /// <param name="building">Only of this building.</param>
    /// <param name="member">Only of this member.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<AdoptionLine>> Handle(Guid? building, Guid? member, CancellationToken ct)
    {
        var rows = await (from adoption in db.Adoptions.AsNoTracking().Within(access)
                          where (building == null || adoption.BuildingId == building) && (member == null || adoption.MemberId == member)
                          join one in db.Members on adoption.MemberId equals one.Id
                          join organisation in db.Organisations on one.OrganisationId equals organisation.Id
                          orderby adoption.Until != null, adoption.Since descending, adoption.Id
                          select new { Adoption = adoption, one.Name, Organisation = organisation.Name }).Take(Most).ToListAsync(ct);
        var texts = await addresses.FindAsync([.. rows.Select(row => row.Adoption.BuildingId).Distinct()], ct);
        return rows.ConvertAll(row => new AdoptionLine(
            row.Adoption.Id, row.Adoption.BuildingId, texts.GetValueOrDefault(row.Adoption.BuildingId)?.Text ?? "", row.Adoption.MemberId, row.Name, row.Organisation,
            row.Adoption.Since, row.Adoption.Until, row.Adoption.EndReason, row.Adoption.Version));
    }
}
