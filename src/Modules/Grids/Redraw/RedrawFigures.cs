using Linli.Contracts.Cases;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Data;
using Linli.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Linli.Grids;

/// <summary>What lies in a grid, now or as it will be.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="SquareMetres">How large.</param>
/// <param name="Places">Named places in it.</param>
/// <param name="OpenCases">Open cases that lie in it.</param>
internal sealed record GroundFigures(string Code, string Name, double SquareMetres, int Places, int OpenCases);

/// <summary>A redrawing before it takes effect.</summary>
/// <param name="Before">The grids as they are.</param>
/// <param name="After">The grids as they will be.</param>
/// <param name="Team">How many people of the teams go along.</param>
internal sealed record RedrawPreview(IReadOnlyList<GroundFigures> Before, IReadOnlyList<GroundFigures> After, int Team);

/// <summary>Counts what will move.</summary>
internal sealed class RedrawFigures(AppDb db, IOpenCases cases, Snapshot<DivisionTree> tree, SiteTime site, TimeProvider clock)
{
    public async Task<RedrawPreview> CountAsync(IReadOnlyList<string> grids, IReadOnlyList<RedrawPart> after, CancellationToken ct)
    {
        var codes = grids.ToList();
        var before = codes.Select(tree.Value.Node).Where(node => node?.Shape is not null).Select(node => new RedrawPart(node!.Division.Code, node.Division.Name, node.Shape!)).ToList();
        var places = await db.Places.AsNoTracking().Where(p => codes.Contains(p.DivisionCode)).Select(p => new { p.Longitude, p.Latitude }).ToListAsync(ct);
        var positions = await cases.PositionsAsync(codes, ct);
        var team = await db.TeamMembers.On(site.Date(clock.GetUtcNow())).CountAsync(m => codes.Contains(m.DivisionCode), ct);
        return new(Count(before), Count(after), team);

        IReadOnlyList<GroundFigures> Count(IReadOnlyList<RedrawPart> parts)
        {
            var index = new GridIndex(parts.Select(part => (part.Code, part.Shape)));
            var (named, open) = (places.CountBy(p => index.Find(p.Longitude, p.Latitude) ?? "").ToDictionary(), positions.CountBy(p => index.Find(p.Longitude, p.Latitude) ?? "").ToDictionary());
            return [.. parts.Select(part => new GroundFigures(part.Code, part.Name, Ground.SquareMetres(part.Shape), named.GetValueOrDefault(part.Code), open.GetValueOrDefault(part.Code)))];
        }
    }
}
