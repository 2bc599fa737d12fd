using System.ComponentModel.DataAnnotations;
using Linli.Platform.Web;

namespace Linli.Registry;

/// <summary>What somebody says of a record. What is not named stays as it is; a blank takes a value away.</summary>
internal abstract record RecordFacts : ICommand
{
    /// <summary>Values by field.</summary>
    public Dictionary<string, string?>? Facts { get; set; }

    /// <summary>The division it lies in; where there is none but a position, that of the position.</summary>
    public string? DivisionCode { get; set; }

    [StringLength(200, ErrorMessage = "registry.too-long")] public string? Address { get; set; }

    /// <summary>WGS-84 degrees.</summary>
    [Range(-180, 180, ErrorMessage = "registry.longitude-wrong")] public double? Longitude { get; set; }

    /// <summary>WGS-84 degrees.</summary>
    [Range(-90, 90, ErrorMessage = "registry.latitude-wrong")] public double? Latitude { get; set; }

    /// <summary>The first day it is true; today where nothing is said.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Where it is known from.</summary>
    [Required(ErrorMessage = "registry.source-missing")] public RecordSource? Source { get; set; }

    [StringLength(500, ErrorMessage = "registry.too-long")] public string? Remark { get; set; }
}
