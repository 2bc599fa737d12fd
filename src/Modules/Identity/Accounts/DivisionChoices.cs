using Linli.Contracts.Grids;
using Linli.Platform.Access;

namespace Linli.Identity.Accounts;

/// <summary>The divisions that the caller may hand out as a scope, from the top down to the communities.</summary>
internal sealed class DivisionChoices(IDivisions divisions, IAccess access)
{
    public IEnumerable<(string Code, string Text)> All() => Below(null, 0);

    private IEnumerable<(string, string)> Below(string? code, int depth)
    {
        foreach (var division in divisions.Below(code).Where(d => d.Level < DivisionLevel.Grid))
        {
            var mine = access.Sees(division.Code);
            if (mine) yield return (division.Code, new string('　', depth) + division.Name);
            if (mine || access.Division?.StartsWith(division.Code, StringComparison.Ordinal) is true)
                foreach (var below in Below(division.Code, mine ? depth + 1 : depth)) yield return below;
        }
    }
}
