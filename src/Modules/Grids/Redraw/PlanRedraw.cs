using System.ComponentModel.DataAnnotations;
using Linli.Geo;
using Linli.Platform.Web;

namespace Linli.Grids;

/// <summary>Splits a grid, merges grids, or moves the border between two, on a day.</summary>
internal sealed record PlanRedraw : ICommand, IValidatableObject
{
    [Required(ErrorMessage = "grids.redraw-kind")] public RedrawKind? Kind { get; set; }

    /// <summary>Codes of the grids whose ground it is: one to split, two or more to merge, two between which the border moves.</summary>
    public List<string> Grids { get; set; } = [];

    /// <summary>The day on which it takes effect; today does so at once.</summary>
    [Required(ErrorMessage = "grids.day-missing")] public DateOnly? EffectiveOn { get; set; }

    /// <summary>GeoJSON features: of a split each new grid with its <c>name</c>, of a moved border both grids with their <c>code</c>. A merge needs none.</summary>
    [StringLength(500_000, ErrorMessage = "grids.redraw-too-long")] public string? Shapes { get; set; }

    /// <summary>What the positions are in.</summary>
    public CoordinateSystem System { get; set; }

    /// <summary>What merged grids are called.</summary>
    [StringLength(100, ErrorMessage = "grids.name-too-long")] public string? Name { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var counted = Kind switch { RedrawKind.Split => Grids.Count == 1, RedrawKind.Move => Grids.Count == 2, _ => Grids.Count >= 2 };
        if (!counted || Grids.Distinct().Count() != Grids.Count) yield return new("grids.redraw-grids", [nameof(Grids)]);
        if (Kind is RedrawKind.Merge && string.IsNullOrWhiteSpace(Name)) yield return new("grids.name-missing", [nameof(Name)]);
        if (Kind is not RedrawKind.Merge && string.IsNullOrWhiteSpace(Shapes)) yield return new("grids.redraw-shapes", [nameof(Shapes)]);
    }
}
