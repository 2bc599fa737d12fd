namespace Linli.Contracts.Addresses;

/// <summary>
/// The buildings of the register as part of a query. A module that keeps something by building puts its own rows beside them and counts in one
/// statement, however many there are. The query belongs to the caller's request: it is read there, and never kept.
/// </summary>
public interface IBuildings
{
    /// <summary>Buildings that are valid today and lie in the caller's divisions.</summary>
    /// <param name="under">Of these only what lies in this division.</param>
    IQueryable<StandardBuilding> Seen(string? under = null);
}

/// <summary>A building of the register. <see cref="IAddresses.FindAsync(IReadOnlyCollection{Guid}, CancellationToken)"/> tells what it is called.</summary>
public sealed class StandardBuilding
{
    /// <summary>Key of its address, the same for ever.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of its address; never changes.</summary>
    public required string Code { get; init; }

    /// <summary>The division that it lies in, the grid as far as known.</summary>
    public required string DivisionCode { get; init; }
}
