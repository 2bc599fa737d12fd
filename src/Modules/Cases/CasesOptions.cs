using System.ComponentModel.DataAnnotations;

namespace Linli.Cases;

/// <summary>Settings of the case engine (section <c>Linli:Cases</c>).</summary>
internal sealed class CasesOptions
{
    public const string Section = "Linli:Cases";

    /// <summary>The division that cases belong to while nothing better is known; as a rule the district.</summary>
    [RegularExpression(@"^\d{6}(\d{3}){0,3}$")] public string HomeDivision { get; set; } = "990101";

    /// <summary>How sure the classifier must be before a category is filled in; below it a clerk names it.</summary>
    [Range(0.0, 1.0)] public double ClassifyFrom { get; set; } = 0.6;

    /// <summary>How sure the dispatch model must be before a unit is filled in where the responsibility list is silent; below it a clerk chooses among its suggestions.</summary>
    [Range(0.0, 1.0)] public double SuggestUnitFrom { get; set; } = 0.5;

    /// <summary>What counts how much in the scorecard of units.</summary>
    public ScoreUnits.ScorecardWeights Scorecard { get; set; } = new();

    /// <summary>How sure the classifier must be before a case goes out without a clerk; null: a clerk always looks. Only the responsibility list sends out, never the dispatch model.</summary>
    [Range(0.0, 1.0)] public double? DispatchFrom { get; set; }

    /// <summary>Categories, with all below them, of whose cases the public reads nothing over Open311, e.g. violence at home.</summary>
    public string[] PrivateCategories { get; set; } = [];
}
