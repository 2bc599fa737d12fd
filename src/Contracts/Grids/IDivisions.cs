namespace Linli.Contracts.Grids;

/// <summary>The division tree, held in memory. Every call answers from one consistent state, in well under a microsecond.</summary>
public interface IDivisions
{
    /// <summary>The division with a code, or null. One that has ended is still found, for what happened there.</summary>
    Division? Find(string code);

    /// <summary>The divisions right below a code, in code order; null asks for the roots.</summary>
    IReadOnlyList<Division> Below(string? code);

    /// <summary>The grid a WGS-84 position lies in; where grids are not drawn, the deepest division that is; or null.</summary>
    Division? Locate(double longitude, double latitude);

    /// <summary>How many metres a WGS-84 position lies from a division's ground; 0 within it, null where it is not drawn.</summary>
    double? MetresTo(string code, double longitude, double latitude);

    /// <summary>Names from the street down, e.g. <c>东和街道 翠湖社区 第三网格</c>; the code itself when it is unknown.</summary>
    string PathOf(string code);
}

/// <summary>A node of the tree: city, district, street, community or grid.</summary>
/// <param name="Code">Statistical code of 2, 4, 6, 9 or 12 digits, and 15 for a grid. A parent's code is a prefix of its children's.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">What it is.</param>
/// <param name="ParentCode">The node above.</param>
/// <param name="Longitude">A point inside, WGS-84 degrees; null where it is not drawn.</param>
/// <param name="Latitude">A point inside, WGS-84 degrees; null where it is not drawn.</param>
/// <param name="EndedAt">When it ceased to be; its code is never given again.</param>
public sealed record Division(string Code, string Name, DivisionLevel Level, string? ParentCode, double? Longitude = null, double? Latitude = null, DateTimeOffset? EndedAt = null);

/// <summary>Levels of the tree, from the top.</summary>
public enum DivisionLevel
{
    /// <summary>省</summary>
    Province,

    /// <summary>市</summary>
    City,

    /// <summary>区</summary>
    District,

    /// <summary>街道</summary>
    Street,

    /// <summary>社区</summary>
    Community,

    /// <summary>网格</summary>
    Grid,
}
