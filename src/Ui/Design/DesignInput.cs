using System.ComponentModel.DataAnnotations;

namespace Linli.Ui.Design;

/// <summary>What the form of the design page holds.</summary>
internal sealed class DesignInput
{
    [Required(ErrorMessage = "ui.words-missing"), StringLength(2000)] public string? Words { get; set; }

    [Required(ErrorMessage = "ui.unit-missing")] public string? Unit { get; set; }

    public DateOnly? Day { get; set; }
}
