namespace Linli.Contracts.Grids;

/// <summary>The units that can be given work, held in memory.</summary>
public interface IUnits
{
    /// <summary>The unit with a key, or null.</summary>
    Unit? Find(Guid id);

    /// <summary>The unit with a code, or null.</summary>
    Unit? FindByCode(string code);

    /// <summary>All active units, in code order.</summary>
    IReadOnlyList<Unit> All { get; }
}

/// <summary>A department, street office, community, team, public body or company.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">Code in the installation.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="DivisionCode">The division it serves.</param>
/// <param name="ParentId">The unit above.</param>
/// <param name="DutyPhone">Phone of the duty desk.</param>
public sealed record Unit(Guid Id, string Code, string Name, UnitKind Kind, string DivisionCode, Guid? ParentId, string? DutyPhone);

/// <summary>Kinds of units.</summary>
public enum UnitKind
{
    /// <summary>指挥中心</summary>
    Centre,

    /// <summary>区级部门</summary>
    Bureau,

    /// <summary>街道办事处及其站所</summary>
    StreetOffice,

    /// <summary>社区</summary>
    Community,

    /// <summary>执法队、环卫队等</summary>
    Team,

    /// <summary>事业单位</summary>
    PublicBody,

    /// <summary>国企、公用事业</summary>
    Company,
}
