using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>Where grids were redrawn, what is known of a building goes along with it; what is known by grid alone stays where nothing tells in which part.</summary>
internal sealed class OnGridsRedrawn(AppDb db, IAccess access, IAddresses addresses, TimeProvider clock) : ISubscriber<GridsRedrawn>
{
    public async Task HandleAsync(GridsRedrawn happened, CancellationToken ct)
    {
        var from = happened.From.ToList();
        var ground = new RedrawnGrids([.. happened.To.Select(grid => (grid.Code, grid.Boundary))], happened.Community);
        var adoptions = await db.Adoptions.Where(a => from.Contains(a.DivisionCode)).ToListAsync(ct);
        var buildings = await addresses.FindAsync([.. adoptions.Select(a => a.BuildingId).Distinct()], ct);
        foreach (var adoption in adoptions)
        {
            var building = buildings.GetValueOrDefault(adoption.BuildingId);
            (adoption.DivisionCode, adoption.Version) = (ground.At(building?.Longitude, building?.Latitude) ?? ground.Otherwise(adoption.DivisionCode), adoption.Version + 1);
        }
        foreach (var organisation in await db.Organisations.Where(o => from.Contains(o.DivisionCode)).ToListAsync(ct))
            (organisation.DivisionCode, organisation.Version) = (ground.Otherwise(organisation.DivisionCode), organisation.Version + 1);
        foreach (var member in await db.Members.Where(m => from.Contains(m.DivisionCode)).ToListAsync(ct))
            (member.DivisionCode, member.Version) = (ground.Otherwise(member.DivisionCode), member.Version + 1);
        foreach (var entry in await db.Entries.Where(e => from.Contains(e.DivisionCode)).ToListAsync(ct))
            (entry.DivisionCode, entry.Version) = (ground.Otherwise(entry.DivisionCode), entry.Version + 1);
        foreach (var project in await db.Projects.Where(p => from.Contains(p.DivisionCode)).ToListAsync(ct))
            (project.DivisionCode, project.Version) = (ground.Otherwise(project.DivisionCode), project.Version + 1);
        db.Audit(access, "party.follow-redraw", "division/" + happened.Community, clock.GetUtcNow(), happened.Community, new { happened.From, adoptions = adoptions.Count });
    }
}
