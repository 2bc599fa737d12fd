namespace Linli.Contracts.Identity;

/// <summary>Staff accounts as other modules need them.</summary>
public interface IStaff
{
    /// <summary>Shown names of accounts, by key; unknown keys are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>Active accounts of a unit.</summary>
    Task<IReadOnlyList<StaffMember>> OfUnitAsync(Guid unitId, CancellationToken ct);
}

/// <summary>Somebody who works here.</summary>
/// <param name="Id">Key of the account.</param>
/// <param name="Name">Shown name.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="DivisionCode">Scope: prefix of the divisions seen.</param>
/// <param name="Roles">Codes of the roles.</param>
public sealed record StaffMember(Guid Id, string Name, Guid? UnitId, string DivisionCode, IReadOnlyList<string> Roles);
