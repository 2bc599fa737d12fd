using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Party;

/// <summary>What is asked of the list: within a division, of an organisation or kind, whose name begins so; pages count from 1.</summary>
internal sealed record MemberFilter(string? Under = null, string? Name = null, MemberKind? Kind = null, Guid? Organisation = null, int Page = 1);

/// <summary>A member as shown, the phone masked, with how many buildings they look after.</summary>
internal sealed record MemberLine(
    Guid Id, string Name, MemberKind Kind, string? HomeUnit, string? Phone, Guid OrganisationId, string Organisation, string DivisionCode, string Division, Guid? AccountId, int Buildings, DateOnly Since, DateOnly? Until, int Version);

/// <summary>A member who may take another building.</summary>
internal sealed record MemberChoice(Guid Id, string Name, string Organisation);

/// <summary>A page of members.</summary>
internal sealed record MemberList(IReadOnlyList<MemberLine> Items, int Total)
{
    public const int PageSize = 50;
}

/// <summary>The members of the caller's divisions.</summary>
internal sealed class ListMembersHandler(AppDb db, IAccess access, PartyPlaces places, FieldCipher cipher, IOptionsMonitor<PartyOptions> options)
{
    private const int MostChoices = 500;

    public async Task<MemberList> Handle(MemberFilter filter, CancellationToken ct)
    {
        var rows = db.Members.AsNoTracking().Within(access, filter.Under).Present();
        if (filter.Name?.Trim() is { Length: > 0 } name) rows = rows.Where(m => m.Name.StartsWith(name));
        if (filter.Kind is { } kind) rows = rows.Where(m => m.Kind == kind);
        if (filter.Organisation is { } organisation) rows = rows.Where(m => m.OrganisationId == organisation);
        var shown = rows.OrderBy(m => m.DivisionCode).ThenBy(m => m.Id).Skip((Math.Clamp(filter.Page, 1, 10_000) - 1) * MemberList.PageSize).Take(MemberList.PageSize);
        return new(await LinesAsync(shown, ct), await rows.CountAsync(ct));
    }

    public async Task<MemberLine?> Find(Guid id, CancellationToken ct) => (await LinesAsync(db.Members.AsNoTracking().Within(access).Where(m => m.Id == id), ct)).SingleOrDefault();

    /// <summary>Those of a division who may take another building, by name.</summary>
    public Task<List<MemberChoice>> WithRoom(string? under, CancellationToken ct)
    {
        var (adoptions, most) = (db.Adoptions.Present(), options.CurrentValue.MostBuildings);
        return (from member in db.Members.Within(access, under).Present()
                where adoptions.Count(a => a.MemberId == member.Id) < most
                join organisation in db.Organisations on member.OrganisationId equals organisation.Id
                orderby member.Name, member.Id
                select new MemberChoice(member.Id, member.Name, organisation.Name)).Take(MostChoices).ToListAsync(ct);
    }

    private async Task<List<MemberLine>> LinesAsync(IQueryable<Member> members, CancellationToken ct)
    {
        var adoptions = db.Adoptions.Present();
        var rows = await (from member in members
                          join organisation in db.Organisations on member.OrganisationId equals organisation.Id
                          orderby member.DivisionCode, member.Id
                          select new { Member = member, organisation.Name, Buildings = adoptions.Count(a => a.MemberId == member.Id) }).ToListAsync(ct);
        return rows.ConvertAll(row => new MemberLine(
            row.Member.Id, row.Member.Name, row.Member.Kind, row.Member.HomeUnit, row.Member.Phone is { } phone ? Masking.Phone(cipher.Unprotect(phone, Member.PhonePurpose)) : null,
            row.Member.OrganisationId, row.Name, row.Member.DivisionCode, places.PathOf(row.Member.DivisionCode), row.Member.AccountId, row.Buildings, row.Member.Since, row.Member.Until, row.Member.Version));
    }
}
