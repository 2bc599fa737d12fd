namespace Linli.Demo;

/// <summary>A staff account. Its first password is the program's business.</summary>
/// <param name="UserName">Sign-in name, unique, lower-case pinyin.</param>
/// <param name="DisplayName">Invented Chinese name.</param>
/// <param name="UnitCode">The unit that it belongs to.</param>
/// <param name="DivisionCode">Scope: everything whose division code begins with this.</param>
/// <param name="Role">One of <see cref="DemoRole"/>.</param>
/// <param name="Phone">Invented, begins with 100.</param>
public sealed record DemoAccount(
    string UserName, string DisplayName, string UnitCode, string DivisionCode, string Role, string Phone);

/// <summary>Role codes of the demo accounts.</summary>
public static class DemoRole
{
    /// <summary>系统管理员</summary>
    public const string Admin = "admin";
    /// <summary>区分拨员</summary>
    public const string DistrictClerk = "district-clerk";
    /// <summary>街道分拨员</summary>
    public const string StreetClerk = "street-clerk";
    /// <summary>处置人员</summary>
    public const string Handler = "handler";
    /// <summary>网格员</summary>
    public const string GridWorker = "grid-worker";
    /// <summary>督办</summary>
    public const string Supervisor = "supervisor";
    /// <summary>窗口、接线员</summary>
    public const string Counter = "counter";
    /// <summary>领导（只读）</summary>
    public const string Viewer = "viewer";
}
