using Linli.Addresses;
using Linli.Contracts.Addresses;
using Linli.Platform.Access;
using Linli.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Linli.Party;

/// <summary>A building of the register that the caller may speak of, or none where none is named.</summary>
internal readonly record struct FoundBuilding(Guid? Id, string DivisionCode);

/// <summary>Finds buildings of the caller's divisions.</summary>
internal sealed class BuildingFinder(IAddresses addresses, IBuildings buildings, IAccess access)
{
    /// <summary>The building that somebody wrote of; a problem of the field when it is none, or could be several.</summary>
    public async Task<Result<FoundBuilding>> FindAsync(string? written, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(written)) return new FoundBuilding(null, "");
        if (!addresses.Ready) return Problem.Invalid("building", "party.addresses-loading");
        return addresses.Match(written, access.Division ?? "-", deepest: AddressLevel.Building).Best is { Address.Level: AddressLevel.Building, IsComplete: true } best
            ? await FindAsync(best.Address.Id, ct)
            : Problem.Invalid("building", "party.building-unknown");
    }

    /// <summary>The building with a key.</summary>
    public async Task<Result<FoundBuilding>> FindAsync(Guid id, CancellationToken ct) =>
        await buildings.Seen().SingleOrDefaultAsync(b => b.Id == id, ct) is { } found ? new FoundBuilding(found.Id, found.DivisionCode) : Problem.Invalid("building", "party.building-unknown");
}
