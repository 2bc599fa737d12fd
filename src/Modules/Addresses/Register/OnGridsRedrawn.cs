using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Linli.StandardAddresses;

/// <summary>Where grids were redrawn, addresses go along into the grid that has their position, or that of the address above them.</summary>
internal sealed class OnGridsRedrawn(AppDb db, IAccess access, AddressMemory memory, TimeProvider clock) : ISubscriber<GridsRedrawn>
{
    private const int BatchSize = 1_000;

    public async Task HandleAsync(GridsRedrawn happened, CancellationToken ct)
    {
        var (now, from) = (clock.GetUtcNow(), happened.From.ToList());
        var ground = new RedrawnGrids([.. happened.To.Select(grid => (grid.Code, grid.Boundary))], happened.Community);
        var there = await db.Addresses.Where(a => from.Contains(a.DivisionCode)).OrderBy(a => a.Level)
            .Select(a => new { a.Id, a.ParentId, a.DivisionCode, a.Longitude, a.Latitude }).ToListAsync(ct);
        var lies = new Dictionary<Guid, string>();
        foreach (var address in there)   // what is above comes first
            lies[address.Id] = (address.Longitude is not null ? ground.At(address.Longitude, address.Latitude) : address.ParentId is { } above ? lies.GetValueOrDefault(above) : null)
                ?? ground.Otherwise(address.DivisionCode);
        var moved = there.Where(a => lies[a.Id] != a.DivisionCode).ToList();
        foreach (var batch in moved.GroupBy(a => lies[a.Id]).SelectMany(grid => grid.Chunk(BatchSize)))
        {
            var (ids, division) = (batch.Select(a => a.Id).ToList(), lies[batch[0].Id]);
            await db.Addresses.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.DivisionCode, division).SetProperty(a => a.Version, a => a.Version + 1), ct);
        }
        await db.InsertManyAsync(moved.ConvertAll(a => new AddressChange
        {
            Id = Guid.CreateVersion7(now), AddressId = a.Id, At = now, ChangedBy = access.Actor.Name, Fact = "division", Before = a.DivisionCode, After = lies[a.Id],
        }), ct);
        db.NoteNewState(now);
        db.Audit(access, "addresses.follow-redraw", "division/" + happened.Community, now, happened.Community, new { happened.From, to = happened.To.Select(grid => grid.Code), moved = moved.Count });
        db.AfterCommit(memory.LookNow);
    }
}
