using System.ComponentModel.DataAnnotations;
using Linli.Contracts.Grids;
using Linli.Platform.Web;

namespace Linli.Grids;

/// <summary>What people say of a unit.</summary>
internal abstract record UnitFacts : ICommand, IValidatableObject
{
    [Required(ErrorMessage = "grids.name-missing"), StringLength(100, ErrorMessage = "grids.name-too-long")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "grids.kind-missing")]
    public UnitKind? Kind { get; set; }

    /// <summary>Code of the division it serves.</summary>
    [Required(ErrorMessage = "grids.division-unknown")]
    public string? DivisionCode { get; set; }

    /// <summary>The unit above.</summary>
    public Guid? ParentId { get; set; }

    [RegularExpression(@"^\+?[0-9][0-9 \-]{2,28}$", ErrorMessage = "grids.phone-wrong")]
    public string? DutyPhone { get; set; }

    [StringLength(50, ErrorMessage = "grids.name-too-long")]
    public string? Head { get; set; }

    /// <summary>Such as <c>1-5 09:00-12:00 13:30-17:30</c>; empty keeps the district's.</summary>
    [StringLength(200, ErrorMessage = "grids.hours-wrong")]
    public string? OfficeHours { get; set; }

    /// <summary>Whether it can be given work. A form leaves it out to say no.</summary>
    public bool Active { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OfficeHours is { Length: > 0 } hours && OfficeHoursText.Fault(hours) is not null) yield return new("grids.hours-wrong", [nameof(OfficeHours)]);
    }

    /// <summary>Writes the facts into a row.</summary>
    /// <returns>Names of those that differ from before.</returns>
    public IReadOnlyList<string> WriteTo(UnitRow row)
    {
        var before = Of(row);
        (row.Name, row.Kind, row.DivisionCode, row.ParentId) = (Name!.Trim(), Kind!.Value, DivisionCode!, ParentId);
        (row.DutyPhone, row.Head, row.OfficeHours, row.Active) = (Blank(DutyPhone), Blank(Head), Blank(OfficeHours), Active);
        var after = Of(row);
        return [.. before.Keys.Where(name => !Equals(before[name], after[name]))];
    }

    private static Dictionary<string, object?> Of(UnitRow row) => new(StringComparer.Ordinal)
    {
        ["name"] = row.Name, ["kind"] = row.Kind, ["divisionCode"] = row.DivisionCode, ["parentId"] = row.ParentId,
        ["dutyPhone"] = row.DutyPhone, ["head"] = row.Head, ["officeHours"] = row.OfficeHours, ["active"] = row.Active,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A new unit.</summary>
internal sealed record CreateUnit : UnitFacts
{
    /// <summary>Its code in this installation; never changes.</summary>
    [Required(ErrorMessage = "grids.code-wrong"), RegularExpression("^[A-Za-z0-9-]{1,40}$", ErrorMessage = "grids.code-wrong")]
    public string? Code { get; set; }
}

/// <summary>New facts about a unit, as changed from a version that the caller saw.</summary>
internal sealed record EditUnit : UnitFacts
{
    public int Version { get; set; }
}
