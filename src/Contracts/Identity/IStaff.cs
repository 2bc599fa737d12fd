namespace Linli.Contracts.Identity;

/// <summary>Staff accounts as other modules need them.</summary>
public interface IStaff
{
    /// <summary>Shown names of accounts, by key; unknown keys are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>Active accounts that hold a permission and whose shown name, or name of sign-in, is one of these.</summary>
    Task<IReadOnlyList<Colleague>> NamedAsync(IReadOnlyCollection<string> names, string permission, CancellationToken ct);

    /// <summary>The first active accounts that hold a permission and whose shown name, or name of sign-in, begins so.</summary>
    Task<IReadOnlyList<Colleague>> BeginningWithAsync(string start, string permission, CancellationToken ct);

    /// <summary>Active accounts that hold a permission and whose scope lies within a division.</summary>
    Task<IReadOnlyList<Colleague>> WithinAsync(string divisionCode, string permission, CancellationToken ct);

    /// <summary>Active accounts of a unit.</summary>
    Task<IReadOnlyList<StaffMember>> OfUnitAsync(Guid unitId, CancellationToken ct);
}

/// <summary>Somebody who can be called by name.</summary>
/// <param name="Id">Key of the account.</param>
/// <param name="UserName">Name of sign-in.</param>
/// <param name="Name">Shown name.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="DivisionCode">Scope: prefix of the divisions seen.</param>
/// <param name="OwnUnitOnly">Whether they see only what their unit has.</param>
public sealed record Colleague(Guid Id, string UserName, string Name, Guid? UnitId, string DivisionCode, bool OwnUnitOnly);

/// <summary>Somebody who works here.</summary>
/// <param name="Id">Key of the account.</param>
/// <param name="Name">Shown name.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="DivisionCode">Scope: prefix of the divisions seen.</param>
/// <param name="Roles">Codes of the roles.</param>
public sealed record StaffMember(Guid Id, string Name, Guid? UnitId, string DivisionCode, IReadOnlyList<string> Roles);
