using System.Globalization;
using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Audit;
using Linli.Platform.Data;
using Linli.Platform.Export;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Grids;

/// <summary>A grid in a list: how many serve it in each part of 1+2+3+N.</summary>
internal sealed record GridLine(string Code, string Name, string Path, string? Zone, GridService Service, IReadOnlyDictionary<TeamPart, int> Parts)
{
    /// <summary>Whether a part has nobody.</summary>
    public bool Lacks(TeamPart part) => Parts.GetValueOrDefault(part) == 0;
}

/// <summary>A page of grids.</summary>
internal sealed record GridList(IReadOnlyList<GridLine> Items, int Total);

/// <summary>Which grids to list.</summary>
internal sealed record GridFilter(string? Under = null, ServiceState? State = null, TeamPart? Lacks = null, int Page = 1)
{
    public const int PageSize = 50;
}

/// <summary>Lists the grids of a division with their teams. A street has some hundreds: all are read, so that they can be told apart by their teams.</summary>
internal sealed class ListTeamsHandler(AppDb db, IAccess access, TeamReader teams, Snapshot<DivisionTree> tree, TimeProvider clock)
{
    public async Task<GridList> Handle(GridFilter filter, CancellationToken ct)
    {
        var grids = (await ReadAsync(filter.Under ?? "", ct))
            .Where(line => (filter.State is null || line.Service.State == filter.State) && (filter.Lacks is not { } part || line.Lacks(part))).ToList();
        return new([.. grids.Skip((Math.Clamp(filter.Page, 1, 10_000) - 1) * GridFilter.PageSize).Take(GridFilter.PageSize)], grids.Count);
    }

    /// <summary>Notes who takes the list of a division away.</summary>
    public Task AuditAsync(string? under, CancellationToken ct)
    {
        db.Audit(access, "grids.export-teams", "division/" + under, clock.GetUtcNow(), under ?? access.Division ?? "");
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Everybody of the teams below a division, one a line, phones masked.</summary>
    public async Task WriteCsvAsync(Stream output, string? under, IStringLocalizer text, CancellationToken ct)
    {
        var team = await teams.ReadAsync(db.TeamMembers.Within(access, under), ct);
        await using var csv = new CsvFile(output);
        await csv.WriteAsync("grid", "place", "part", "role", "name", "phone", "hours", "since", "away_until", "serves");
        foreach (var line in team.OrderBy(grid => grid.Key, StringComparer.Ordinal).SelectMany(grid => grid))
            await csv.WriteAsync(line.Grid, tree.Value.Node(line.Grid)?.Path, text["part." + line.Role.Part].Value, text["role." + line.Role].Value, line.Name, line.Phone, line.Hours, Iso(line.Since), Iso(line.AwayUntil), line.Serves);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private async Task<IEnumerable<GridLine>> ReadAsync(string under, CancellationToken ct)
    {
        var team = await teams.ReadAsync(db.TeamMembers.Within(access, under), ct);
        var zones = await (from grid in db.ZoneGrids.Within(access, under)
                           where grid.Until == null
                           join zone in db.Zones on grid.ZoneId equals zone.Id
                           select new { grid.DivisionCode, zone.Name }).ToDictionaryAsync(z => z.DivisionCode, z => z.Name, ct);
        return tree.Value.At(DivisionLevel.Grid, under).Where(node => access.Sees(node.Division.Code)).Select(node => new GridLine(
            node.Division.Code, node.Division.Name, node.Path, zones.GetValueOrDefault(node.Division.Code),
            new(node.Division.Code, node.Division.Name, node.Path, [.. team[node.Division.Code].Where(m => m.AccountId is not null)]),
            team[node.Division.Code].CountBy(m => m.Role.Part).ToDictionary(part => part.Key, part => part.Value)));
    }
}
