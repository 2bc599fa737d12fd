using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Linli.Registry;

/// <summary>
/// Where grids were redrawn, what is there goes along into the grid that has it from that day on; its history keeps the grid it had. A thing
/// lies where its position is, a person where their address is. Where neither tells it lies in the community, until somebody says more.
/// </summary>
internal sealed class OnGridsRedrawn(AppDb db, IAccess access, TypeCache types, RecordVault vault, RecordWriting writing, IAddresses addresses, TimeProvider clock) : ISubscriber<GridsRedrawn>
{
    private const int BatchSize = 500;
    private const string By = "区划调整";

    public async Task HandleAsync(GridsRedrawn happened, CancellationToken ct)
    {
        if (!addresses.Ready) throw new InvalidOperationException("The addresses are not in memory yet.");   // comes round again in a few seconds
        var (now, from, moved) = (clock.GetUtcNow(), happened.From.ToList(), 0);
        var ground = new RedrawnGrids([.. happened.To.Select(grid => (grid.Code, grid.Boundary))], happened.Community);
        var there = await db.Records.Where(r => r.EndedOn == null && from.Contains(r.DivisionCode)).Select(r => r.Id).ToListAsync(ct);
        foreach (var batch in there.Chunk(BatchSize)) moved += await MoveAsync([.. batch], happened, ground, now, ct);
        db.Audit(access, "registry.follow-redraw", "division/" + happened.Community, now, happened.Community, new { happened.From, to = happened.To.Select(grid => grid.Code), moved });
    }

    private async Task<int> MoveAsync(List<Guid> batch, GridsRedrawn happened, RedrawnGrids ground, DateTimeOffset now, CancellationToken ct)
    {
        var known = await types.GetAsync(ct);
        var records = await db.Records.Where(r => batch.Contains(r.Id)).ToListAsync(ct);
        var states = (await db.RecordStates.AsNoTracking().Where(s => batch.Contains(s.RecordId)).ToListAsync(ct)).ToLookup(s => s.RecordId);
        var moved = new List<OpenRecord>();
        foreach (var record in records)
        {
            var (type, history) = (known.Find(record.TypeCode)!, new RecordHistory(states[record.Id]));
            var content = vault.Open(history.Latest);
            var division = Locate(content.Place, ground, happened.Community) ?? ground.Otherwise(record.DivisionCode);
            if (division == record.DivisionCode) continue;
            var added = vault.Seal(type, content with { Place = content.Place with { DivisionCode = division } })
                .ToState(Guid.CreateVersion7(now), record.Id, StateKind.Changed, happened.On, now, history.Latest.Source, By);
            db.Append(added);
            moved.Add(new(record, type, new(history.States.Append(added))));
        }
        await writing.FollowAsync(moved, now, ct);
        await db.SaveChangesAsync(ct);
        foreach (var there in moved.GroupBy(m => m.Record.DivisionCode, m => m.Record.Id))
        {
            var ids = there.ToList();
            await db.Needs.Where(n => n.EndedOn == null && ids.Contains(n.RecordId)).ExecuteUpdateAsync(set => set.SetProperty(n => n.DivisionCode, there.Key), ct);
        }
        return moved.Count;
    }

    private string? Locate(RecordPlace place, RedrawnGrids ground, string community)
    {
        var (longitude, latitude) = (place.Longitude, place.Latitude);
        if (longitude is null && place.Address is { } written && addresses.Match(written, community, most: 1, AddressLevel.Building).Best?.Address is { } found)
            (longitude, latitude) = (found.Longitude, found.Latitude);
        return ground.At(longitude, latitude);
    }
}
