using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Linli.Platform.Jobs;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>Lets plans take effect: the ground, its places, teams and zones in one transaction; cases keep the grid they had.</summary>
internal sealed class Redrawing(AppDb db, GroundChange change, SiteTime site, TimeProvider clock)
{
    /// <summary>Takes effect, or fails where the ground is not what the plan was made on.</summary>
    public async Task TakeEffectAsync(RedrawPlan plan, CancellationToken ct)
    {
        var (now, parts) = (clock.GetUtcNow(), plan.ReadParts());
        var rows = await db.Divisions.Where(d => plan.Grids.Contains(d.Code)).ToListAsync(ct);
        var stands = rows.Count == plan.Grids.Length && rows.TrueForAll(row => row is { EndedAt: null, Boundary: not null })
            && RedrawDraft.Misfit(rows.ConvertAll(row => GeoJson.ReadGeometry(row.Boundary!)), parts) is null;
        if (!plan.TryEnd(stands ? RedrawState.Done : RedrawState.Failed, now)) return;
        if (stands)
        {
            Draw(plan, rows, parts, now);
            await MovePlacesAsync(rows, parts, now, ct);
            if (plan.Kind is not RedrawKind.Move) await MoveTeamsAsync(plan, parts, now, ct);
            db.Publish(new GridsRedrawn(plan.DivisionCode, plan.Grids, [.. parts.Select(part => new RedrawnGround(part.Code, GeoJson.WriteGeometry(part.Shape)))], site.Date(now)), now);
        }
        await change.SaveAsync(GroundPart.Divisions, stands ? "grids.redraw" : "grids.redraw-failed", "redraw/" + plan.Id, plan.DivisionCode, new { plan.Kind, from = plan.Grids, to = parts.Select(part => part.Code) }, ct);
    }

    private void Draw(RedrawPlan plan, List<DivisionRow> rows, IReadOnlyList<RedrawPart> parts, DateTimeOffset now)
    {
        foreach (var row in rows)
        {
            db.Add(row.Past(now, plan.EnteredBy)!);
            if (plan.Kind is RedrawKind.Move) row.Draw(parts.Single(part => part.Code == row.Code).Shape, now);
            else row.End(parts.Select(part => part.Code), now);
        }
        if (plan.Kind is RedrawKind.Move) return;
        foreach (var part in parts)
        {
            var row = new DivisionRow { Code = part.Code, Name = part.Name, Level = DivisionLevel.Grid, ParentCode = plan.DivisionCode };
            row.Draw(part.Shape, now);
            db.Add(row);
        }
    }

    private async Task MovePlacesAsync(List<DivisionRow> rows, IReadOnlyList<RedrawPart> parts, DateTimeOffset now, CancellationToken ct)
    {
        var (index, names) = (new GridIndex(parts.Select(part => (part.Code, part.Shape))), rows.ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal));
        var places = await db.Places.Where(p => names.Keys.Contains(p.DivisionCode)).OrderBy(p => p.DivisionCode).ThenBy(p => p.Id).ToListAsync(ct);
        var taken = places.Select(p => (p.DivisionCode, p.Name)).ToHashSet();
        foreach (var place in places)
        {
            var code = index.Find(place.Longitude, place.Latitude) ?? parts[0].Code;   // it lies outside the grid that it is listed under
            if (code == place.DivisionCode) continue;
            if (!taken.Add((code, place.Name))) place.Name += $" ({names[place.DivisionCode]})";   // a grid has a name once
            place.DivisionCode = code;
        }
        db.NoteChange(GroundPart.Places, now);
    }

    /// <summary>Everybody goes along to each new grid, and the new grids into the zone of the old; the old keep who was there as history.</summary>
    private async Task MoveTeamsAsync(RedrawPlan plan, IReadOnlyList<RedrawPart> parts, DateTimeOffset now, CancellationToken ct)
    {
        var today = site.Date(now);
        var team = await db.TeamMembers.On(today).Where(m => plan.Grids.Contains(m.DivisionCode)).ToListAsync(ct);
        var zoned = await db.ZoneGrids.Where(g => g.Until == null && plan.Grids.Contains(g.DivisionCode)).OrderBy(g => g.DivisionCode).ToListAsync(ct);
        foreach (var part in parts)
        {
            // Who was worker of one and stand-in of another of merged grids is their worker.
            foreach (var member in team.OrderBy(m => m.Role).DistinctBy(m => m.AccountId is { } account ? (account, default, "") : (Guid.Empty, m.Role, m.Name)))
                db.Add(member.For(part.Code, today, Guid.CreateVersion7(now)));
            if (zoned.Count > 0) db.Add(new ZoneGrid { Id = Guid.CreateVersion7(now), ZoneId = zoned[0].ZoneId, DivisionCode = part.Code, Since = today });
        }
        foreach (var member in team) member.Leave(today);
        foreach (var grid in zoned) grid.Until = today;
        db.Publish(new GridTeamsChanged(plan.DivisionCode), now);
    }
}

/// <summary>What was planned for today, or for a day on which nothing ran.</summary>
internal sealed class RedrawOnItsDay(AppDb db, Redrawing redrawing, SiteTime site, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var today = site.Date(clock.GetUtcNow());
        foreach (var id in await db.RedrawPlans.Where(p => p.State == RedrawState.Planned && p.EffectiveOn <= today).OrderBy(p => p.EffectiveOn).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(ct))
        {
            await redrawing.TakeEffectAsync(await db.RedrawPlans.SingleAsync(p => p.Id == id, ct), ct);
            db.Forget();
        }
    }
}
