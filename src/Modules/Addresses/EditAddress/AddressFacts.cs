using System.ComponentModel.DataAnnotations;
using Linli.Addresses;
using Linli.Platform.Web;

namespace Linli.StandardAddresses;

/// <summary>What people say of an address.</summary>
internal abstract record AddressFacts : ICommand, IValidatableObject
{
    /// <summary>Its name whole (东和大道), or its number (3).</summary>
    [Required(ErrorMessage = "addresses.name-missing"), StringLength(100, ErrorMessage = "addresses.name-too-long")]
    public string? Name { get; set; }

    /// <summary>What people also call it, one a line or with 、 between.</summary>
    [StringLength(1000, ErrorMessage = "addresses.name-too-long")]
    public string? Aliases { get; set; }

    /// <summary>What it was called, one a line or with 、 between.</summary>
    [StringLength(1000, ErrorMessage = "addresses.name-too-long")]
    public string? OldNames { get; set; }

    /// <summary>Degrees east, WGS-84; without a position it lies where the address above lies.</summary>
    [Range(-180, 180, ErrorMessage = "addresses.bad-position")]
    public double? Longitude { get; set; }

    /// <summary>Degrees north, WGS-84.</summary>
    [Range(-90, 90, ErrorMessage = "addresses.bad-position")]
    public double? Latitude { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day. What lies below ends with it.</summary>
    public DateOnly? ValidUntil { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Longitude is null != Latitude is null) yield return new("addresses.bad-position", [nameof(Longitude)]);
        if (ValidUntil < ValidFrom) yield return new("addresses.ends-before", [nameof(ValidUntil)]);
    }

    /// <summary>The same as a state. Where the place moves, the division is that of the new place.</summary>
    public AddressState ToState(AddressLevel level, string divisionCode) => new()
    {
        Name = level.Value(Name!), Aliases = AddressState.Names(Aliases), OldNames = AddressState.Names(OldNames), DivisionCode = divisionCode,
        Longitude = Longitude, Latitude = Latitude, ValidFrom = ValidFrom, ValidUntil = ValidUntil,
    };
}

/// <summary>A new address.</summary>
internal sealed record CreateAddress : AddressFacts
{
    /// <summary>Its code; one is made when it is not given. Never changes.</summary>
    [RegularExpression("^[A-Za-z0-9-]{1,40}$", ErrorMessage = "addresses.code-wrong")]
    public string? Code { get; set; }

    /// <summary>Code of the address above.</summary>
    public string? ParentCode { get; set; }

    /// <summary>The division it hangs below, for one without an address above.</summary>
    public string? DivisionCode { get; set; }

    [Required(ErrorMessage = "addresses.level-wrong")]
    public AddressLevel? Level { get; set; }

    /// <summary>The text of the queue that it is made of.</summary>
    public Guid? UnmatchedId { get; set; }
}

/// <summary>New facts of an address, as changed from a version that the caller saw.</summary>
internal sealed record EditAddress : AddressFacts
{
    public int Version { get; set; }

    public static EditAddress Of(AddressDetail address) => new()
    {
        Version = address.Version, Name = address.Name, Aliases = AddressState.Written(address.Aliases), OldNames = AddressState.Written(address.OldNames),
        Longitude = address.Longitude, Latitude = address.Latitude, ValidFrom = address.ValidFrom, ValidUntil = address.ValidUntil,
    };
}
