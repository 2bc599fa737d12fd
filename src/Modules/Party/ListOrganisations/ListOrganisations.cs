using Linli.Contracts.Addresses;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>An organisation in the tree, <paramref name="Depth"/> shown ones above it.</summary>
internal sealed record OrganisationLine(Guid Id, string Name, OrganisationKind Kind, int Depth, string DivisionCode, string Division, string? Secretary, int MemberCount, int Below);

/// <summary>A page of the tree, and how many there are of each kind.</summary>
internal sealed record OrganisationList(IReadOnlyList<OrganisationLine> Items, int Total, IReadOnlyDictionary<OrganisationKind, int> Kinds)
{
    public const int PageSize = 100;
}

/// <summary>An organisation as shown, the phone masked.</summary>
internal sealed record OrganisationDetail(
    Guid Id, string Name, OrganisationKind Kind, string DivisionCode, string Division, Guid? AboveId, string? Above, Guid? BuildingId, string? Building,
    string? Secretary, string? Phone, int MemberCount, int Entered, DateOnly Since, DateOnly? Until, string? EndReason, int Version)
{
    public IReadOnlyList<OrganisationLine> Below { get; init; } = [];
}

/// <summary>The organisations of the caller's divisions.</summary>
internal sealed class ListOrganisationsHandler(AppDb db, IAccess access, PartyPlaces places, IAddresses addresses, FieldCipher cipher)
{
    /// <param name="under">Only within this division.</param>
    /// <param name="kind">Only of this kind.</param>
    /// <param name="name">Only those whose name contains this.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<OrganisationList> Handle(string? under, OrganisationKind? kind, string? name, int page, CancellationToken ct)
    {
        var rows = db.Organisations.AsNoTracking().Within(access, under).Present();
        if (!string.IsNullOrWhiteSpace(name)) rows = rows.Where(o => o.Name.Contains(name.Trim()));
        var kinds = await rows.GroupBy(o => o.Kind).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        if (kind is { } one) rows = rows.Where(o => o.Kind == one);
        var order = OrganisationTree.Order(await rows.ToListAsync(ct), o => o.Id, o => o.AboveId, o => (o.Kind, o.DivisionCode, o.Name));
        var shown = order.Skip((Math.Clamp(page, 1, 10_000) - 1) * OrganisationList.PageSize).Take(OrganisationList.PageSize).ToList();
        return new(await LinesAsync(shown, ct), order.Count, kinds);
    }

    public async Task<OrganisationDetail?> Find(Guid id, CancellationToken ct)
    {
        if (await db.Organisations.AsNoTracking().Within(access).SingleOrDefaultAsync(o => o.Id == id, ct) is not { } found) return null;
        var above = found.AboveId is { } key ? await db.Organisations.Where(o => o.Id == key).Select(o => o.Name).SingleOrDefaultAsync(ct) : null;
        var building = found.BuildingId is { } place ? (await addresses.FindAsync([place], ct)).GetValueOrDefault(place)?.Text : null;
        var below = await db.Organisations.AsNoTracking().Within(access).Present().Where(o => o.AboveId == id).OrderBy(o => o.Kind).ThenBy(o => o.DivisionCode).ToListAsync(ct);
        return new(
            found.Id, found.Name, found.Kind, found.DivisionCode, places.PathOf(found.DivisionCode), found.AboveId, above, found.BuildingId, building,
            found.Secretary, found.Phone is { } phone ? Masking.Phone(cipher.Unprotect(phone, Organisation.PhonePurpose)) : null, found.MemberCount,
            await db.Members.Present().CountAsync(m => m.OrganisationId == id, ct), found.Since, found.Until, found.EndReason, found.Version)
        {
            Below = await LinesAsync([.. below.Select(o => (o, 0))], ct),
        };
    }

    private async Task<IReadOnlyList<OrganisationLine>> LinesAsync(List<(Organisation Item, int Depth)> shown, CancellationToken ct)
    {
        var ids = shown.ConvertAll(line => (Guid?)line.Item.Id);
        var below = await db.Organisations.Present().Where(o => ids.Contains(o.AboveId)).GroupBy(o => o.AboveId!.Value).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        return shown.ConvertAll(line => new OrganisationLine(
            line.Item.Id, line.Item.Name, line.Item.Kind, line.Depth, line.Item.DivisionCode, places.PathOf(line.Item.DivisionCode), line.Item.Secretary, line.Item.MemberCount, below.GetValueOrDefault(line.Item.Id)));
    }
}
