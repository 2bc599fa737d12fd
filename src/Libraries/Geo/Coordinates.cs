namespace Linli.Geo;

/// <summary>
/// Converts positions between coordinate systems. The shift of GCJ-02 is not published; the constants are those of the open
/// reconstruction that all map software uses (a few metres from the original). Outside China nothing is shifted.
/// </summary>
public static class Coordinates
{
    private const double SemiMajorAxis = 6_378_245; // Krasovsky 1940
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduPi = Math.PI * 3000 / 180;

    /// <summary>The WGS-84 position of one given in <paramref name="system"/>.</summary>
    public static LonLat From(CoordinateSystem system, double lon, double lat) => system switch
    {
        CoordinateSystem.Gcj02 => Inverse(WgsToGcj, new(lon, lat)),
        CoordinateSystem.Bd09 => Inverse(WgsToGcj, Inverse(GcjToBd, new(lon, lat))),
        _ => new(lon, lat),
    };

    /// <summary>A WGS-84 position in <paramref name="system"/>.</summary>
    public static LonLat To(CoordinateSystem system, double lon, double lat) => system switch
    {
        CoordinateSystem.Gcj02 => WgsToGcj(new(lon, lat)),
        CoordinateSystem.Bd09 => GcjToBd(WgsToGcj(new(lon, lat))),
        _ => new(lon, lat),
    };

    private static LonLat WgsToGcj(LonLat at)
    {
        if (at is not { Lon: > 72.004 and < 137.8347, Lat: > 0.8293 and < 55.8271 }) return at;
        var (x, y) = (at.Lon - 105, at.Lat - 35);
        var common = 20 * Math.Sin(6 * x * Math.PI) + 20 * Math.Sin(2 * x * Math.PI);
        var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.Sqrt(Math.Abs(x))
            + (common + 20 * Math.Sin(y * Math.PI) + 40 * Math.Sin(y / 3 * Math.PI)
                + 160 * Math.Sin(y / 12 * Math.PI) + 320 * Math.Sin(y * Math.PI / 30)) * 2 / 3;
        var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.Sqrt(Math.Abs(x))
            + (common + 20 * Math.Sin(x * Math.PI) + 40 * Math.Sin(x / 3 * Math.PI)
                + 150 * Math.Sin(x / 12 * Math.PI) + 300 * Math.Sin(x / 30 * Math.PI)) * 2 / 3;
        var lat = double.DegreesToRadians(at.Lat);
        var magic = 1 - EccentricitySquared * Math.Sin(lat) * Math.Sin(lat);
        var meridian = SemiMajorAxis * (1 - EccentricitySquared) / (magic * Math.Sqrt(magic));
        var parallel = SemiMajorAxis / Math.Sqrt(magic) * Math.Cos(lat);
        return new(at.Lon + double.RadiansToDegrees(east / parallel), at.Lat + double.RadiansToDegrees(north / meridian));
    }

    private static LonLat GcjToBd(LonLat at)
    {
        var radius = Math.Sqrt(at.Lon * at.Lon + at.Lat * at.Lat) + 0.00002 * Math.Sin(at.Lat * BaiduPi);
        var angle = Math.Atan2(at.Lat, at.Lon) + 0.000003 * Math.Cos(at.Lon * BaiduPi);
        return new(radius * Math.Cos(angle) + 0.0065, radius * Math.Sin(angle) + 0.006);
    }

    // The shifts change slowly, so stepping back by the error converges; ten rounds leave less than a millimetre.
    private static LonLat Inverse(Func<LonLat, LonLat> forward, LonLat target)
    {
        var guess = target;
        for (var round = 0; round < 10; round++)
        {
            var there = forward(guess);
            guess = new(guess.Lon + target.Lon - there.Lon, guess.Lat + target.Lat - there.Lat);
        }
        return guess;
    }
}
