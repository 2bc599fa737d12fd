using System.Linq.Expressions;
using Linli.Addresses;
using Linli.Platform.Access;

namespace Linli.StandardAddresses;

/// <summary>A standard address as it is stored: one level of one address. What lies below it has it as its parent.</summary>
internal sealed class AddressRow : IInDivision
{
    public required Guid Id { get; init; }

    /// <summary>Its code in this installation; never changes.</summary>
    public required string Code { get; init; }

    /// <summary>The address above; null for one that hangs below its division.</summary>
    public Guid? ParentId { get; init; }

    public required AddressLevel Level { get; init; }

    /// <summary>As in <see cref="StandardAddress"/>: a name whole, a number in Arabic digits without its word.</summary>
    public required string Name { get; set; }

    public required string DivisionCode { get; set; }

    /// <summary>Degrees, WGS-84; null where it lies where the address above lies.</summary>
    public double? Longitude { get; set; }
    public double? Latitude { get; set; }

    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day. What lies below ends with it.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Where it is known from, e.g. <c>desk</c> or the name of a file.</summary>
    public required string Source { get; set; }

    public int Version { get; set; } = 1;

    public bool IsValid(DateOnly today) => !(ValidFrom > today) && !(ValidUntil < today);

    /// <summary>The same as a condition in a query.</summary>
    public static Expression<Func<AddressRow, bool>> ValidOn(DateOnly today) =>
        address => (address.ValidFrom == null || address.ValidFrom <= today) && (address.ValidUntil == null || address.ValidUntil >= today);
}
