namespace Linli.Demo;

/// <summary>A unit (单位) that can be given work.</summary>
/// <param name="Code">The division code, U and two digits.</param>
/// <param name="ParentCode">Code of the unit above, null for the district centre.</param>
/// <param name="Kind">One of <c>centre</c>, <c>bureau</c>, <c>public-body</c>, <c>company</c>, <c>street-office</c>, <c>dispatch-centre</c>, <c>enforcement</c>, <c>municipal-post</c>.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="DivisionCode">The division that it serves.</param>
/// <param name="DutyPhone">Invented: eleven digits that begin with 100, which no Chinese number does.</param>
/// <param name="Head">Invented name of its head.</param>
public sealed record DemoUnit(
    string Code, string? ParentCode, string Kind, string Name, string DivisionCode, string DutyPhone, string Head);
