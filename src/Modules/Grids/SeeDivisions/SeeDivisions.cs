using Linli.Contracts.Grids;
using Linli.Platform.Access;

namespace Linli.Grids;

/// <summary>A division in a list.</summary>
/// <param name="Code">Statistical code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">What it is.</param>
/// <param name="Path">Names from the street down.</param>
/// <param name="Below">How many lie right below it.</param>
/// <param name="Grids">How many grids lie within it.</param>
/// <param name="Drawn">Whether its boundary is known.</param>
/// <param name="Longitude">A point inside, WGS-84.</param>
/// <param name="Latitude">A point inside, WGS-84.</param>
internal sealed record DivisionSummary(string Code, string Name, DivisionLevel Level, string Path, int Below, int Grids, bool Drawn, double? Longitude, double? Latitude);

/// <summary>Answers from the tree what a caller may see of it.</summary>
internal sealed class SeeDivisionsHandler(Snapshot<DivisionTree> tree, IAccess access)
{
    /// <summary>The divisions right below a code; without a code, the caller's own.</summary>
    public IReadOnlyList<DivisionSummary> Below(string? code) =>
        [.. (code is null ? Own() : tree.Value.Below(code)).Where(d => access.Sees(d.Code)).Select(Summary)];

    /// <summary>One division with its boundary; null when it is not there or not the caller's.</summary>
    public (DivisionSummary Summary, DivisionNode Node)? Find(string code) =>
        access.Sees(code) && tree.Value.Node(code) is { } node ? (Summary(node.Division), node) : null;

    /// <summary>The divisions above one that the caller sees, from the top.</summary>
    public IReadOnlyList<Division> Above(Division division)
    {
        var above = new List<Division>();
        for (var at = division; at.ParentCode is { } code && access.Sees(code) && tree.Value.Node(code) is { } node;) above.Insert(0, at = node.Division);
        return above;
    }

    /// <summary>What can be chosen in a form: the caller's divisions down to the communities, in code order.</summary>
    public IReadOnlyList<(string Code, string Path)> Choices() => access.Division is not { } scope ? [] :
        [.. Enum.GetValues<DivisionLevel>().Where(level => level < DivisionLevel.Grid).SelectMany(level => tree.Value.At(level, scope))
            .OrderBy(node => node.Division.Code, StringComparer.Ordinal).Select(node => (node.Division.Code, node.Path))];

    // A scope may be a prefix that is no division itself: then what lies directly within it.
    private IEnumerable<Division> Own() => access.Division switch
    {
        null => [],
        "" => tree.Value.Below(null),
        var scope => tree.Value.Node(scope) is { } node ? [node.Division] : tree.Value.Below(null).SelectMany(root => tree.Value.Below(root.Code)),
    };

    private DivisionSummary Summary(Division division)
    {
        var (state, node) = (tree.Value, tree.Value.Node(division.Code)!);
        return new(division.Code, division.Name, division.Level, node.Path, state.Below(division.Code).Count,
            node.Grids, node.Shape is not null, node.Division.Longitude, node.Division.Latitude);
    }
}
