namespace Linli.Geo;

/// <summary>The coordinate systems in which positions reach a Chinese government.</summary>
public enum CoordinateSystem
{
    /// <summary>WGS-84, as satellites give it; CGCS2000 differs by centimetres and counts as the same. What Linli stores.</summary>
    Wgs84,

    /// <summary>GCJ-02 (火星坐标): AMap, Tencent, and any published Chinese base map; shifted by 100 to 700 m.</summary>
    Gcj02,

    /// <summary>BD-09: Baidu's shift on top of GCJ-02.</summary>
    Bd09,
}
