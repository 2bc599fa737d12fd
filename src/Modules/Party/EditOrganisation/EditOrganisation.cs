using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Secrets;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>A new organisation, or with a key and the version that the caller saw, new facts about one. All facts are given; only the phone may be left out.</summary>
internal sealed record EditOrganisation : ICommand
{
    public Guid? Id { get; set; }
    public int Version { get; set; }

    [Required(ErrorMessage = "party.division-unknown")] public string? DivisionCode { get; set; }
    [Required(ErrorMessage = "party.name-missing"), StringLength(100, ErrorMessage = "party.too-long")] public string? Name { get; set; }
    [Required(ErrorMessage = "party.kind-missing")] public OrganisationKind? Kind { get; set; }

    /// <summary>One of a higher kind whose division contains this one's; the topmost has none.</summary>
    public Guid? AboveId { get; set; }

    /// <summary>The building that it is for, as one writes it: 翠湖花园3栋.</summary>
    [StringLength(200, ErrorMessage = "party.too-long")] public string? Building { get; set; }
    [StringLength(50, ErrorMessage = "party.too-long")] public string? Secretary { get; set; }

    /// <summary>The secretary's; empty keeps the one that is known.</summary>
    [RegularExpression(@"^\+?[0-9][0-9 \-]{2,28}$", ErrorMessage = "party.phone-wrong")] public string? Phone { get; set; }
    [Required(ErrorMessage = "party.count-wrong"), Range(0, 100_000, ErrorMessage = "party.count-wrong")] public int? MemberCount { get; set; } = 0;
}

/// <summary>An organisation that may stand above others.</summary>
internal sealed record AboveChoice(Guid Id, string Name, OrganisationKind Kind);

/// <summary>Enters and changes organisations of the caller's divisions.</summary>
internal sealed class EditOrganisationHandler(AppDb db, IAccess access, PartyChange change, PartyPlaces places, BuildingFinder buildings, FieldCipher cipher, SiteTime site, TimeProvider clock)
{
    /// <summary>Those that something of the caller's divisions may stand under: theirs, and those whose division contains them.</summary>
    public async Task<IReadOnlyList<AboveChoice>> Above(CancellationToken ct)
    {
        var scope = access.Division ?? "-";
        var within = await Choices(db.Organisations.Within(access)).ToListAsync(ct);
        return [.. await Choices(db.Organisations.Where(o => scope.StartsWith(o.DivisionCode) && o.DivisionCode != scope)).ToListAsync(ct), .. within];
    }

    public async Task<Result<Guid>> Handle(EditOrganisation command, CancellationToken ct)
    {
        await using var work = await db.BeginAsync(ct);
        var present = command.Id is { } id ? await db.Organisations.Within(access).SingleOrDefaultAsync(o => o.Id == id, ct) : null;
        if (command.Id is not null && present is null) return Problem.NotFound;
        if (present is not null && present.Version != command.Version) return Problem.Stale;
        if (present?.Until is not null) return PartyErrors.Ended;
        if (await FaultAsync(command, present, ct) is { } fault) return fault;
        if (!(await buildings.FindAsync(command.Building, ct)).Succeeded(out var building, out var unknown)) return unknown;
        var organisation = present ?? db.Add(New(command)).Entity;
        if (present is not null) organisation.Version++;
        if (organisation.DivisionCode != command.DivisionCode)
            await db.Members.Where(m => m.OrganisationId == organisation.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.DivisionCode, command.DivisionCode), ct);
        (organisation.DivisionCode, organisation.Name, organisation.Kind, organisation.AboveId, organisation.BuildingId) = (command.DivisionCode!, command.Name!.Trim(), command.Kind!.Value, command.AboveId, building.Id);
        (organisation.Secretary, organisation.MemberCount) = (command.Secretary?.Trim(), command.MemberCount!.Value);
        if (command.Phone is { Length: > 0 } phone) organisation.Phone = cipher.Protect(phone.Trim(), Organisation.PhonePurpose);
        var act = present is null ? "party.add-organisation" : "party.edit-organisation";
        if (await change.SaveAsync(act, organisation.Subject, organisation.DivisionCode, new { organisation.Name, organisation.Kind, organisation.AboveId }, ct) is { } stands) return stands;
        await work.CommitAsync(ct);
        return organisation.Id;
    }

    private Organisation New(EditOrganisation command)
    {
        var now = clock.GetUtcNow();
        return new() { Id = Guid.CreateVersion7(now), DivisionCode = command.DivisionCode!, Name = command.Name!, Kind = command.Kind!.Value, MemberCount = 0, Since = site.Date(now) };
    }

    private async Task<Problem?> FaultAsync(EditOrganisation command, Organisation? present, CancellationToken ct)
    {
        var (kind, division) = (command.Kind!.Value, command.DivisionCode!);
        if (!Enum.IsDefined(kind)) return Problem.Invalid("kind", "party.kind-missing");
        if (!places.Has(division)) return Problem.Invalid("divisionCode", "party.division-unknown");
        if (command.AboveId is { } key)
        {
            var above = await db.Organisations.AsNoTracking().Present().SingleOrDefaultAsync(o => o.Id == key, ct);
            if (above is null || !Organisation.MayStandUnder(kind, division, above.Kind, above.DivisionCode)) return Problem.Invalid("aboveId", "party.above-wrong");
        }
        if (present is null) return null;
        var below = db.Organisations.Present().Where(o => o.AboveId == present.Id);
        return await below.AnyAsync(o => o.Kind <= kind || !o.DivisionCode.StartsWith(division), ct) ? Problem.Invalid("kind", "party.below-wrong") : null;
    }

    private static IQueryable<AboveChoice> Choices(IQueryable<Organisation> organisations) =>
        organisations.Present().Where(o => o.Kind < OrganisationKind.Group).OrderBy(o => o.Kind).ThenBy(o => o.DivisionCode).Select(o => new AboveChoice(o.Id, o.Name, o.Kind));
}
