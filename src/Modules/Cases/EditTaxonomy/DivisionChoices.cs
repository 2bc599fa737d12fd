using Linli.Contracts.Grids;

namespace Linli.Cases.EditTaxonomy;

/// <summary>Divisions to choose from.</summary>
internal static class DivisionChoices
{
    /// <summary>A division and those below it down to the communities, in order; without one, all.</summary>
    public static IEnumerable<Division> Under(this IDivisions divisions, string? code) =>
        (code is not null && divisions.Find(code) is { } self ? [self] : Enumerable.Empty<Division>())
        .Concat(divisions.Below(code).Where(d => d.Level < DivisionLevel.Grid).SelectMany(d => divisions.Under(d.Code)));
}
