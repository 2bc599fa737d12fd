namespace Linli.Tiles;

/// <summary>Spherical web mercator (EPSG:3857) as a square from 0 to 1: x eastward from the antimeridian, y southward from 85.05° north.</summary>
internal static class Mercator
{
    /// <summary>Where the square ends; nearer to the poles everything lies on its edge.</summary>
    public const double LastLatitude = 85.0511287798066;

    public static double X(double lon) => (lon + 180) / 360;

    public static double Y(double lat)
    {
        var sin = Math.Sin(double.DegreesToRadians(Math.Clamp(lat, -LastLatitude, LastLatitude)));
        return 0.5 - Math.Log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    }

    public static double Lon(double x) => x * 360 - 180;

    public static double Lat(double y) => double.RadiansToDegrees(Math.Atan(Math.Sinh(Math.PI * (1 - 2 * y))));
}
