using System.Collections.Frozen;
using Linli.Contracts.Grids;
using Linli.Geo;
using Linli.Platform.Data;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;

namespace Linli.Grids;

/// <summary>The division tree in one state.</summary>
internal sealed class DivisionTree
{
    private readonly FrozenDictionary<string, DivisionNode> nodes;
    private readonly FrozenDictionary<string, Division[]> below;
    private readonly DivisionNode[] ended;
    private readonly GridIndex[] indexes;

    public DivisionTree(IReadOnlyList<DivisionRow> rows)
    {
        var known = rows.ToDictionary(row => row.Code, StringComparer.Ordinal);
        var present = rows.Where(row => row.EndedAt is null).ToList();
        var grids = CountGrids(present, known);
        nodes = rows.Select(row => new DivisionNode(row, PathOf(row, known), grids.GetValueOrDefault(row.Code))).ToFrozenDictionary(node => node.Division.Code, StringComparer.Ordinal);
        below = present.Select(row => nodes[row.Code].Division)
            .GroupBy(division => division.ParentCode is { } parent && known.ContainsKey(parent) ? parent : "", StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(d => d.Code, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        ended = [.. nodes.Values.Where(node => node.Division.EndedAt is not null)];
        indexes = [.. nodes.Values.Where(node => node.Shape is not null)
            .GroupBy(node => node.Division.Level).OrderByDescending(level => level.Key)
            .Select(level => new GridIndex(level.Select(node => (node.Division.Code, node.Shape!))))];
    }

    /// <summary>Outlines already made for the map, by level and code above: this state's own.</summary>
    public OutlineCache Outlines { get; } = new();

    public static async Task<DivisionTree> ReadAsync(AppDb db, CancellationToken ct) =>
        new(await db.Divisions.AsNoTracking().ToListAsync(ct));

    public DivisionNode? Node(string code) => nodes.GetValueOrDefault(code);

    public IReadOnlyList<Division> Below(string? code) => below.GetValueOrDefault(code ?? "", []);

    public Division? Locate(double longitude, double latitude)
    {
        foreach (var index in indexes)
            if (index.Find(longitude, latitude) is { } code) return nodes[code].Division;
        return null;
    }

    public double? MetresTo(string code, double longitude, double latitude) =>
        indexes.Select(index => index.MetresTo(code, longitude, latitude)).FirstOrDefault(metres => metres is not null);

    /// <summary>Codes of ended divisions whose ground lies in one of these now.</summary>
    public IEnumerable<string> EndedInto(IReadOnlyCollection<string> codes) => ended.Where(node => Present(node.Division.Code).Any(codes.Contains)).Select(node => node.Division.Code);

    /// <summary>All divisions of a level whose code starts with a prefix, in code order; none that has ended.</summary>
    public IEnumerable<DivisionNode> At(DivisionLevel level, string prefix) => nodes.Values
        .Where(node => node.Division.EndedAt is null && node.Division.Level == level && node.Division.Code.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(node => node.Division.Code, StringComparer.Ordinal);

    /// <summary>The division itself, or once it has ended what has its ground now: what took its place may have ended in turn.</summary>
    public IEnumerable<string> Present(string code) => Node(code) is { Division.EndedAt: not null } node ? node.Successors.SelectMany(Present) : [code];

    private static Dictionary<string, int> CountGrids(IEnumerable<DivisionRow> rows, Dictionary<string, DivisionRow> known)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var grid in rows.Where(row => row.Level is DivisionLevel.Grid))
            for (var at = grid; at is not null; at = at.ParentCode is { } parent ? known.GetValueOrDefault(parent) : null)
                counts[at.Code] = counts.GetValueOrDefault(at.Code) + 1;
        return counts;
    }

    // From the street down; what lies above is known to everybody who reads it.
    private static string PathOf(DivisionRow row, Dictionary<string, DivisionRow> known)
    {
        var names = new List<string> { row.Name };
        for (var at = row; at.ParentCode is { } parent && known.TryGetValue(parent, out at) && at.Level >= DivisionLevel.Street;) names.Insert(0, at.Name);
        return string.Join(' ', names);
    }
}

/// <summary>A division with what is derived from it.</summary>
internal sealed class DivisionNode(DivisionRow row, string path, int grids)
{
    public Division Division { get; } = new(row.Code, row.Name, row.Level, row.ParentCode, row.Longitude, row.Latitude, row.EndedAt);
    public string Path { get; } = path;

    /// <summary>What its ground lies in since it ended.</summary>
    public IReadOnlyList<string> Successors { get; } = row.Successors;

    /// <summary>How many grids lie within it, itself included when it is one.</summary>
    public int Grids { get; } = grids;
    public Geometry? Shape { get; } = row.Boundary is { } boundary ? GeoJson.ReadGeometry(boundary) : null;
}
