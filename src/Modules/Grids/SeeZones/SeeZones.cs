using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>A zone with who serves its grids today.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="DivisionCode">The community or street that its grids are of.</param>
/// <param name="Division">The same in words.</param>
/// <param name="Version">To change it with.</param>
/// <param name="Grids">Its grids in code order.</param>
internal sealed record ZoneDetail(Guid Id, string Name, string DivisionCode, string Division, int Version, IReadOnlyList<GridService> Grids)
{
    /// <summary>How many grids somebody stands in for.</summary>
    public int StoodIn => Grids.Count(g => g.State is ServiceState.StoodIn);

    /// <summary>How many grids nobody serves.</summary>
    public int Unserved => Grids.Count(g => g.State is ServiceState.Nobody);
}

/// <summary>Who serves a grid today.</summary>
/// <param name="Code">The grid's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where it is in words.</param>
/// <param name="Workers">Its workers and stand-ins.</param>
internal sealed record GridService(string Code, string Name, string Path, IReadOnlyList<TeamLine> Workers)
{
    public ServiceState State =>
        !Workers.Any(w => w.Serves) ? ServiceState.Nobody
        : Workers.Any(w => w.Serves && w.Role is TeamRole.StandIn) ? ServiceState.StoodIn
        : ServiceState.Own;
}

/// <summary>Reads zones that have a grid within the caller's scope.</summary>
internal sealed class SeeZonesHandler(AppDb db, IAccess access, TeamReader teams, IDivisions divisions)
{
    public Task<IReadOnlyList<ZoneDetail>> List(string? under, CancellationToken ct) => ReadAsync(db.ZonesSeen(access, under), ct);

    public async Task<ZoneDetail?> Find(Guid id, CancellationToken ct) => (await ReadAsync(db.ZonesSeen(access).Where(z => z.Id == id), ct)).SingleOrDefault();

    /// <summary>The zone that a grid is in.</summary>
    public async Task<ZoneDetail?> Of(string grid, CancellationToken ct)
    {
        var zones = db.ZoneGrids.Where(g => g.DivisionCode == grid && g.Until == null).Select(g => g.ZoneId);
        return (await ReadAsync(db.ZonesSeen(access).Where(z => zones.Contains(z.Id)), ct)).SingleOrDefault();
    }

    /// <summary>The grids below a division that no zone has.</summary>
    public async Task<IReadOnlyList<Division>> FreeGrids(string under, CancellationToken ct)
    {
        var taken = (await db.ZoneGrids.Within(access, under).Where(g => g.Until == null).Select(g => g.DivisionCode).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return [.. GridsBelow(under).Where(grid => access.Sees(grid.Code) && !taken.Contains(grid.Code))];
    }

    private async Task<IReadOnlyList<ZoneDetail>> ReadAsync(IQueryable<Zone> seen, CancellationToken ct)
    {
        var zones = await seen.AsNoTracking().OrderBy(z => z.DivisionCode).ThenBy(z => z.Name).ToListAsync(ct);
        var ids = zones.ConvertAll(z => z.Id);
        var grids = await db.ZoneGrids.AsNoTracking().Where(g => ids.Contains(g.ZoneId) && g.Until == null).OrderBy(g => g.DivisionCode).ToListAsync(ct);
        var codes = grids.ConvertAll(g => g.DivisionCode);
        var workers = await teams.ReadAsync(db.TeamMembers.Where(m => codes.Contains(m.DivisionCode) && m.AccountId != null), ct);
        return [.. zones.Select(zone => new ZoneDetail(zone.Id, zone.Name, zone.DivisionCode, divisions.PathOf(zone.DivisionCode), zone.Version,
            [.. grids.Where(g => g.ZoneId == zone.Id).Select(g => new GridService(g.DivisionCode, divisions.Find(g.DivisionCode)?.Name ?? g.DivisionCode, divisions.PathOf(g.DivisionCode), [.. workers[g.DivisionCode]]))]))];
    }

    private IEnumerable<Division> GridsBelow(string code) =>
        divisions.Below(code).SelectMany(d => d.Level is DivisionLevel.Grid ? [d] : GridsBelow(d.Code));
}
