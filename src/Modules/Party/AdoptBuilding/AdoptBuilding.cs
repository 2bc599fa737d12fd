using System.ComponentModel.DataAnnotations;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Linli.Party;

/// <summary>A member begins to look after a building, named by its key or as one writes it.</summary>
internal sealed record AdoptBuilding : ICommand
{
    [Required(ErrorMessage = "party.member-unknown")] public Guid? MemberId { get; set; }
    public Guid? BuildingId { get; set; }

    /// <summary>Such as 翠湖花园3栋; not looked at beside a key.</summary>
    [StringLength(200, ErrorMessage = "party.too-long")] public string? Building { get; set; }

    /// <summary>Today, or a day before; today where none is given.</summary>
    public DateOnly? Since { get; set; }
}

/// <summary>Lets members adopt buildings, and ends that. Both lie in the caller's divisions.</summary>
internal sealed class AdoptBuildingHandler(AppDb db, IAccess access, PartyChange change, BuildingFinder buildings, IOptionsMonitor<PartyOptions> options, SiteTime site, TimeProvider clock)
{
    private DateOnly Today => site.Date(clock.GetUtcNow());

    public async Task<Result<Guid>> Handle(AdoptBuilding command, CancellationToken ct)
    {
        if (command.Since > Today) return Problem.Invalid("since", "party.day-to-come");
        if (await db.Members.Within(access).Present().SingleOrDefaultAsync(m => m.Id == command.MemberId, ct) is not { } member) return Problem.Invalid("memberId", "party.member-unknown");
        var found = command.BuildingId is { } key ? await buildings.FindAsync(key, ct) : await buildings.FindAsync(command.Building, ct);
        if (!found.Succeeded(out var building, out var unknown)) return unknown;
        if (building.Id is not { } id) return Problem.Invalid("building", "party.building-unknown");
        var present = await db.Adoptions.Present().Where(a => a.MemberId == member.Id).Select(a => a.BuildingId).ToListAsync(ct);
        if (present.Contains(id)) return PartyErrors.HasBuilding;
        if (present.Count >= options.CurrentValue.MostBuildings) return PartyErrors.EnoughBuildings(options.CurrentValue.MostBuildings);
        var adoption = new Adoption { Id = Guid.CreateVersion7(clock.GetUtcNow()), BuildingId = id, DivisionCode = building.DivisionCode, MemberId = member.Id, Since = command.Since ?? Today };
        db.Add(adoption);
        member.Version++;   // of two at once, who counted the same buildings, only one is saved
        return await change.SaveAsync("party.adopt-building", adoption.Subject, adoption.DivisionCode, new { adoption.BuildingId, adoption.MemberId }, ct) is { } problem ? problem : adoption.Id;
    }

    public async Task<Result<Done>> End(Guid id, EndIt command, CancellationToken ct)
    {
        if (await db.Adoptions.Within(access).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } adoption) return Problem.NotFound;
        if (adoption.Version != command.Version) return Problem.Stale;
        if (adoption.Until is not null) return PartyErrors.Ended;
        adoption.End(Today, command.Reason!.Trim());
        return await change.SaveAsync("party.end-adoption", adoption.Subject, adoption.DivisionCode, new { command.Reason }, ct) is { } problem ? problem : new Done();
    }
}
