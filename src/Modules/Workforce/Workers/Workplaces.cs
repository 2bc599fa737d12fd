using Linli.Contracts.Grids;
using Linli.Platform.Access;

namespace Linli.Workforce;

/// <summary>The divisions of a caller that people work for: from the district down to the communities.</summary>
internal sealed class Workplaces(IDivisions divisions, IAccess access)
{
    /// <summary>In the order of the tree, each with its path.</summary>
    public IReadOnlyList<(string Code, string Path)> All => access.Division is { } scope ? [.. Below(null, scope)] : [];

    /// <summary>Whether the caller may put people and rosters there.</summary>
    public bool Has(string? code) => code is not null && divisions.Find(code) is { Level: >= DivisionLevel.District and < DivisionLevel.Grid, EndedAt: null } && access.Sees(code);

    public string PathOf(string code) => divisions.PathOf(code);

    private IEnumerable<(string, string)> Below(string? code, string scope)
    {
        foreach (var division in divisions.Below(code).Where(d => d.Level < DivisionLevel.Grid))
        {
            if (Has(division.Code)) yield return (division.Code, divisions.PathOf(division.Code));
            if (division.Code.StartsWith(scope, StringComparison.Ordinal) || scope.StartsWith(division.Code, StringComparison.Ordinal))
                foreach (var below in Below(division.Code, scope)) yield return below;
        }
    }
}
