using Linli.Contracts.Grids;
using Linli.Platform.Access;

namespace Linli.Registry;

/// <summary>The divisions that somebody sees, by what tables write of them: the code, the names from the street down, or a name that only one of them has.</summary>
internal sealed class DivisionNames
{
    private readonly Dictionary<string, string?> codes = new(StringComparer.Ordinal);

    public DivisionNames(IDivisions divisions, IAccess access)
    {
        foreach (var division in Below(divisions, null).Where(d => access.Sees(d.Code)))
            foreach (var name in new[] { Bare(division.Name), Bare(divisions.PathOf(division.Code)) }.Distinct())
                codes[name] = codes.ContainsKey(name) ? null : division.Code;   // a name that two have says nothing
    }

    /// <summary>The code that is meant; what was written where that is none of them.</summary>
    public string Find(string written) => codes.GetValueOrDefault(Bare(written)) ?? written;

    private static string Bare(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('/' or '-' or '>')));

    private static IEnumerable<Division> Below(IDivisions divisions, string? code) => divisions.Below(code).SelectMany(d => Below(divisions, d.Code).Prepend(d));
}
