using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Identity;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>A new member, or with a key and the version that the caller saw, new facts about one. All facts are given; only the phone may be left out.</summary>
internal sealed record EditMember : ICommand
{
    public Guid? Id { get; set; }
    public int Version { get; set; }

    [Required(ErrorMessage = "party.name-missing"), StringLength(50, ErrorMessage = "party.too-long")] public string? Name { get; set; }
    [Required(ErrorMessage = "party.organisation-unknown")] public Guid? OrganisationId { get; set; }
    public MemberKind Kind { get; set; }

    /// <summary>The unit of one who is registered here from elsewhere.</summary>
    [StringLength(100, ErrorMessage = "party.too-long")] public string? HomeUnit { get; set; }

    /// <summary>Empty keeps the one that is known.</summary>
    [RegularExpression(@"^\+?[0-9][0-9 \-]{2,28}$", ErrorMessage = "party.phone-wrong")] public string? Phone { get; set; }

    /// <summary>An account of the caller's divisions that may see this.</summary>
    public Guid? AccountId { get; set; }
}

/// <summary>Enters, changes and ends members of the caller's divisions.</summary>
internal sealed class EditMemberHandler(AppDb db, IAccess access, PartyChange change, IStaff staff, FieldCipher cipher, SiteTime site, TimeProvider clock)
{
    /// <summary>Accounts that may be a member's.</summary>
    public Task<IReadOnlyList<Colleague>> Accounts(CancellationToken ct) => staff.WithinAsync(access.Division ?? "-", PartyPolicies.See, ct);

    /// <summary>Organisations that members may belong to.</summary>
    public async Task<IReadOnlyList<AboveChoice>> Organisations(CancellationToken ct) =>
        await db.Organisations.Within(access).Present().OrderBy(o => o.DivisionCode).ThenBy(o => o.Kind).Select(o => new AboveChoice(o.Id, o.Name, o.Kind)).ToListAsync(ct);

    public async Task<Result<Guid>> Handle(EditMember command, CancellationToken ct)
    {
        var present = command.Id is { } id ? await db.Members.Within(access).SingleOrDefaultAsync(m => m.Id == id, ct) : null;
        if (command.Id is not null && present is null) return Problem.NotFound;
        if (present is not null && present.Version != command.Version) return Problem.Stale;
        if (present?.Until is not null) return PartyErrors.Ended;
        if (command.Kind is MemberKind.Registered && string.IsNullOrWhiteSpace(command.HomeUnit)) return Problem.Invalid("homeUnit", "party.home-unit-missing");
        if (await db.Organisations.AsNoTracking().Within(access).Present().SingleOrDefaultAsync(o => o.Id == command.OrganisationId, ct) is not { } organisation) return Problem.Invalid("organisationId", "party.organisation-unknown");
        if (await AccountFaultAsync(command.AccountId, present, ct) is { } fault) return fault;
        var member = present ?? db.Add(New(command, organisation)).Entity;
        if (present is not null) member.Version++;
        (member.Name, member.OrganisationId, member.DivisionCode, member.AccountId) = (command.Name!.Trim(), organisation.Id, organisation.DivisionCode, command.AccountId);
        (member.Kind, member.HomeUnit) = (command.Kind, command.Kind is MemberKind.Registered ? command.HomeUnit!.Trim() : null);
        if (command.Phone is { Length: > 0 } phone) member.Phone = cipher.Protect(phone.Trim(), Member.PhonePurpose);
        var act = present is null ? "party.add-member" : "party.edit-member";
        return await change.SaveAsync(act, member.Subject, member.DivisionCode, new { member.OrganisationId, member.Kind, member.AccountId }, ct) is { } problem ? problem : member.Id;
    }

    /// <summary>They are no member here any more, and look after no building.</summary>
    public async Task<Result<Done>> End(Guid id, EndIt command, CancellationToken ct)
    {
        if (await db.Members.Within(access).SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member) return Problem.NotFound;
        if (member.Version != command.Version) return Problem.Stale;
        if (member.Until is not null) return PartyErrors.Ended;
        var today = site.Date(clock.GetUtcNow());
        (member.Until, member.Version) = (today, member.Version + 1);
        foreach (var adoption in await db.Adoptions.Present().Where(a => a.MemberId == id).ToListAsync(ct)) adoption.End(today, command.Reason!.Trim());
        return await change.SaveAsync("party.end-member", member.Subject, member.DivisionCode, new { command.Reason }, ct) is { } problem ? problem : new Done();
    }

    private Member New(EditMember command, Organisation organisation)
    {
        var now = clock.GetUtcNow();
        return new() { Id = Guid.CreateVersion7(now), DivisionCode = organisation.DivisionCode, OrganisationId = organisation.Id, Name = command.Name!, Kind = command.Kind, Since = site.Date(now) };
    }

    private async Task<Problem?> AccountFaultAsync(Guid? account, Member? present, CancellationToken ct)
    {
        if (account is null || account == present?.AccountId) return null;
        if (!(await Accounts(ct)).Any(one => one.Id == account)) return Problem.Invalid("accountId", "party.account-unknown");
        return await db.Members.Present().AnyAsync(m => m.AccountId == account, ct) ? Problem.Invalid("accountId", "party.account-taken") : null;
    }
}
