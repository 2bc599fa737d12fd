using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;

namespace Linli.Grids;

/// <summary>Makes of a command what the ground becomes, or says what is wrong with it.</summary>
internal sealed class RedrawDraft(AppDb db, IAccess access, Snapshot<DivisionTree> tree)
{
    private const int HighestNumber = 999, CommunityLength = 12;

    public async Task<Result<IReadOnlyList<RedrawPart>>> MakeAsync(PlanRedraw command, CancellationToken ct)
    {
        var nodes = command.Grids.ConvertAll(code => access.Sees(code) ? tree.Value.Node(code) : null);
        if (nodes.Exists(node => node is not { Shape: not null, Division: { Level: DivisionLevel.Grid, EndedAt: null } }) || nodes.Select(node => node!.Division.ParentCode).Distinct().Count() != 1)
            return Problem.Invalid("grids", "grids.redraw-grids");
        var community = command.Grids[0][..CommunityLength];
        var planned = await db.RedrawPlans.AsNoTracking().Where(p => p.DivisionCode == community && p.State == RedrawState.Planned).ToListAsync(ct);
        if (planned.Exists(plan => plan.Grids.Intersect(command.Grids).Any())) return Problem.Invalid("grids", "grids.redraw-planned");
        var whole = nodes.ConvertAll(node => node!.Shape!);
        if (!Neighbours.AreJoined(whole)) return Problem.Invalid("grids", "grids.zone-apart");
        if (!Read(command, whole).Succeeded(out var parts, out var problem)) return problem;
        if (Misfit(whole, parts) is { } misfit) return misfit;
        var fitted = Partition.Fit(Partition.Union(whole), [.. parts.Select(part => part.Shape)]);
        var codes = command.Kind is RedrawKind.Move ? [.. parts.Select(part => part.Code)] : await FreeCodesAsync(community, planned, parts.Count, ct);
        if (codes.Count < parts.Count) return Problem.Invalid("grids", "grids.redraw-codes");
        return parts.Select((part, i) => part with { Code = codes[i], Shape = fitted[i] }).ToList();
    }

    /// <summary>What keeps the parts from making up the ground of these grids.</summary>
    public static Problem? Misfit(IReadOnlyList<Geometry> grids, IReadOnlyList<RedrawPart> parts) =>
        Partition.Fault(Partition.Union(grids), [.. parts.Select(part => part.Shape)]) is not { } fault ? null
        : Problem.Invalid("shapes", "grids.redraw-" + fault.Kind.ToString().ToLowerInvariant()) with
        {
            Extensions = new Dictionary<string, object?> { ["squareMetres"] = Math.Round(fault.SquareMetres), ["longitude"] = fault.At.Lon, ["latitude"] = fault.At.Lat },
        };

    private Result<List<RedrawPart>> Read(PlanRedraw command, List<Geometry> grids)
    {
        if (command.Kind is RedrawKind.Merge) return new List<RedrawPart> { new("", command.Name!.Trim(), Partition.Union(grids)) };
        var file = GeoJson.Read(command.Shapes!, command.System);
        if (file.Errors.Count > 0 || file.Features.Count < 2 || file.Features.Any(feature => feature.Geometry is not IPolygonal)) return Problem.Invalid("shapes", "grids.redraw-unreadable");
        var parts = file.Features.Select(feature => new RedrawPart(feature.Text("code") ?? "", feature.Text("name")?.Trim() ?? "", feature.Geometry)).ToList();
        if (command.Kind is RedrawKind.Split)
            return parts.Exists(part => part.Name.Length is 0 or > 100) || parts.DistinctBy(part => part.Name).Count() < parts.Count ? Problem.Invalid("shapes", "grids.redraw-names") : parts;
        return parts.Select(part => part.Code).Order(StringComparer.Ordinal).SequenceEqual(command.Grids.Order(StringComparer.Ordinal))
            ? parts.ConvertAll(part => part with { Name = tree.Value.Node(part.Code)!.Division.Name })
            : Problem.Invalid("shapes", "grids.redraw-both");
    }

    /// <summary>The next numbers of the community: none that a grid has, had, or is promised.</summary>
    private async Task<List<string>> FreeCodesAsync(string community, List<RedrawPlan> planned, int count, CancellationToken ct)
    {
        var given = await db.Divisions.Where(d => d.ParentCode == community).Select(d => d.Code).ToListAsync(ct);
        var last = given.Concat(planned.SelectMany(plan => plan.ReadParts()).Select(part => part.Code)).Max(code => int.Parse(code.AsSpan(CommunityLength), System.Globalization.CultureInfo.InvariantCulture));
        return [.. Enumerable.Range(last + 1, Math.Min(count, HighestNumber - last)).Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{community}{number:000}"))];
    }
}
