using Linli.Contracts.Grids;
using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>The divisions that a caller may choose: their own and what lies within, down to the communities, and to the grids where these are few enough to choose from.</summary>
internal sealed class GridChoices(IDivisions divisions, IAccess access)
{
    private const int StreetLength = 9;

    public IReadOnlyList<(string Code, string Path)> All => access.Division is { } scope ? [.. Below(null, scope)] : [];

    private IEnumerable<(string, string)> Below(string? code, string scope)
    {
        foreach (var division in divisions.Below(code))
        {
            var within = division.Code.StartsWith(scope, StringComparison.Ordinal);
            if (!within && !scope.StartsWith(division.Code, StringComparison.Ordinal)) continue;
            if (within && division.Level >= DivisionLevel.Street) yield return (division.Code, divisions.PathOf(division.Code));
            if (division.Level < DivisionLevel.Community || scope.Length >= StreetLength)
                foreach (var below in Below(division.Code, scope)) yield return below;
        }
    }
}
