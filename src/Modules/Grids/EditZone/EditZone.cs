using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Linli.Platform.Time;
using Linli.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>What a zone is called and which grids are worked together in it.</summary>
internal abstract record ZoneFacts : ICommand
{
    [Required(ErrorMessage = "grids.name-missing"), StringLength(50, ErrorMessage = "grids.name-too-long")]
    public string? Name { get; set; }

    /// <summary>Codes of neighbouring grids.</summary>
    public List<string> Grids { get; set; } = [];
}

/// <summary>A new zone.</summary>
internal sealed record CreateZone : ZoneFacts
{
    /// <summary>Code of the community or street that all its grids are of.</summary>
    [Required(ErrorMessage = "grids.division-unknown")]
    public string? DivisionCode { get; set; }
}

/// <summary>New facts about a zone, as changed from a version that the caller saw.</summary>
internal sealed record EditZone : ZoneFacts
{
    public int Version { get; set; }
}

/// <summary>Makes, changes and ends zones within the caller's divisions.</summary>
internal sealed class EditZoneHandler(AppDb db, IAccess access, TeamChange change, Snapshot<DivisionTree> tree, SiteTime site, TimeProvider clock)
{
    public async Task<Result<Guid>> Create(CreateZone command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (tree.Value.Node(command.DivisionCode!)?.Division is not { Level: DivisionLevel.Street or DivisionLevel.Community } || !access.Sees(command.DivisionCode!))
            return Problem.Invalid("divisionCode", "grids.zone-division");
        var zone = new Zone { Id = Guid.CreateVersion7(now), Name = command.Name!.Trim(), DivisionCode = command.DivisionCode! };
        if (await FaultAsync(command, zone, ct) is { } fault) return fault;
        db.Add(zone);
        db.AddRange(command.Grids.Distinct().Select(code => Grid(zone, code, now)));
        return await change.SaveAsync("grids.create-zone", "zone/" + zone.Id, zone.DivisionCode, new { zone.Name, command.Grids }, ct) is { } problem ? problem : zone.Id;
    }

    public async Task<Result<Done>> Edit(Guid id, EditZone command, CancellationToken ct)
    {
        if (!(await FindAsync(id, command.Version, ct)).Succeeded(out var zone, out var problem)) return problem;
        if (await FaultAsync(command, zone, ct) is { } fault) return fault;
        var now = clock.GetUtcNow();
        var present = await db.ZoneGrids.Where(g => g.ZoneId == id && g.Until == null).ToListAsync(ct);
        var leaving = present.FindAll(g => !command.Grids.Contains(g.DivisionCode));
        var joining = command.Grids.Distinct().Except(present.Select(g => g.DivisionCode)).ToList();
        foreach (var grid in leaving) grid.Until = site.Date(now);
        db.AddRange(joining.Select(code => Grid(zone, code, now)));
        (zone.Name, zone.Version) = (command.Name!.Trim(), zone.Version + 1);
        await EndStandInsAsync(leaving.Select(g => g.DivisionCode), present.Select(g => g.DivisionCode).Except(leaving.Select(g => g.DivisionCode)), ct);
        return Done(await change.SaveAsync("grids.edit-zone", "zone/" + id, zone.DivisionCode, new { zone.Name, joining, leaving = leaving.Select(g => g.DivisionCode) }, ct));
    }

    /// <summary>Ends a zone; whoever stood in within it does so no more.</summary>
    public async Task<Result<Done>> End(Guid id, int version, CancellationToken ct)
    {
        if (!(await FindAsync(id, version, ct)).Succeeded(out var zone, out var problem)) return problem;
        var today = site.Date(clock.GetUtcNow());
        var grids = await db.ZoneGrids.Where(g => g.ZoneId == id && g.Until == null).ToListAsync(ct);
        foreach (var grid in grids) grid.Until = today;
        (zone.EndedOn, zone.Version) = (today, zone.Version + 1);
        await EndStandInsAsync(grids.Select(g => g.DivisionCode), [], ct);
        return Done(await change.SaveAsync("grids.end-zone", "zone/" + id, zone.DivisionCode, null, ct));
    }

    private static Result<Done> Done(Problem? problem) => problem is null ? new Done() : problem;

    private ZoneGrid Grid(Zone zone, string code, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), ZoneId = zone.Id, DivisionCode = code, Since = site.Date(now) };

    private async Task<Result<Zone>> FindAsync(Guid id, int version, CancellationToken ct) =>
        await db.Zones.Within(access).SingleOrDefaultAsync(z => z.Id == id && z.EndedOn == null, ct) is not { } zone ? Problem.NotFound
        : zone.Version != version ? Problem.Stale
        : zone;

    private async Task<Problem?> FaultAsync(ZoneFacts facts, Zone zone, CancellationToken ct)
    {
        var nodes = facts.Grids.Distinct().Select(tree.Value.Node).ToList();
        if (nodes.Count < Zone.FewestGrids) return Problem.Invalid("grids", "grids.zone-too-small");
        if (nodes.Any(node => node?.Division is not { Level: DivisionLevel.Grid, EndedAt: null } grid || !grid.Code.StartsWith(zone.DivisionCode, StringComparison.Ordinal)))
            return Problem.Invalid("grids", "grids.zone-grid-elsewhere");
        if (!Neighbours.AreJoined(nodes.Select(node => node!.Shape))) return Problem.Invalid("grids", "grids.zone-apart");
        return await db.ZoneGrids.AnyAsync(g => g.Until == null && g.ZoneId != zone.Id && facts.Grids.Contains(g.DivisionCode), ct) ? Problem.Invalid("grids", "grids.zone-grid-taken") : null;
    }

    /// <summary>Nobody stands in across the border of a zone: not in the grids that left it, nor those grids' workers in the ones that stay.</summary>
    private async Task EndStandInsAsync(IEnumerable<string> leaving, IEnumerable<string> staying, CancellationToken ct)
    {
        var (left, stayed, today) = (leaving.ToList(), staying.ToList(), site.Date(clock.GetUtcNow()));
        var workers = db.TeamMembers.On(today).Where(m => m.Role == TeamRole.Worker);
        var (theirs, others) = (workers.Where(m => left.Contains(m.DivisionCode)).Select(m => m.AccountId), workers.Where(m => stayed.Contains(m.DivisionCode)).Select(m => m.AccountId));
        var ending = await db.TeamMembers.On(today).Where(m => m.Role == TeamRole.StandIn
            && (left.Contains(m.DivisionCode) || (stayed.Contains(m.DivisionCode) && theirs.Contains(m.AccountId) && !others.Contains(m.AccountId)))).ToListAsync(ct);
        foreach (var member in ending) member.Leave(today);
    }
}
