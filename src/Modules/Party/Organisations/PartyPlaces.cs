using Linli.Contracts.Grids;
using Linli.Platform.Access;

namespace Linli.Party;

/// <summary>The divisions of a caller, from the district down to the grids.</summary>
internal sealed class PartyPlaces(IDivisions divisions, IAccess access)
{
    /// <summary>In the order of the tree, each with its path.</summary>
    public IReadOnlyList<(string Code, string Path)> All => access.Division is { } scope ? [.. Below(null, scope)] : [];

    /// <summary>Whether the caller may put something there.</summary>
    public bool Has(string? code) => code is not null && divisions.Find(code) is { Level: >= DivisionLevel.District, EndedAt: null } && access.Sees(code);

    public string PathOf(string code) => divisions.PathOf(code);

    /// <summary>Right below a division, or where none is named below the caller's own.</summary>
    public IReadOnlyList<Division> Parts(string? under) => divisions.Below(under ?? Top());

    private string? Top() => access.Division is { Length: > 0 } scope ? scope : divisions.Below(null) is [var root] ? root.Code : null;

    private IEnumerable<(string, string)> Below(string? code, string scope)
    {
        foreach (var division in divisions.Below(code))
        {
            if (Has(division.Code)) yield return (division.Code, divisions.PathOf(division.Code));
            if (division.Code.StartsWith(scope, StringComparison.Ordinal) || scope.StartsWith(division.Code, StringComparison.Ordinal))
                foreach (var below in Below(division.Code, scope)) yield return below;
        }
    }
}
