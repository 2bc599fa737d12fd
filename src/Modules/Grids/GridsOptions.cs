using System.ComponentModel.DataAnnotations;

namespace Linli.Grids;

/// <summary>The settings of this module (section <c>Linli:Grids</c>), checked at start.</summary>
internal sealed class GridsOptions : IValidatableObject
{
    public const string Section = "Linli:Grids";

    /// <summary>Office hours of units without their own, in the written form of <see cref="Worktime.OfficeHours"/>.</summary>
    public string OfficeHours { get; set; } = Worktime.OfficeHours.Standard.ToString();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OfficeHoursText.Fault(OfficeHours) is { } fault) yield return new($"Linli:Grids:OfficeHours: {fault}", [nameof(OfficeHours)]);
    }
}
