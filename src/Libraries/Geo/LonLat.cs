namespace Linli.Geo;

/// <summary>A position in degrees, longitude first. Which coordinate system it is in is said where it is used; WGS-84 if nothing is.</summary>
public readonly record struct LonLat(double Lon, double Lat)
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>Great-circle distance in metres (haversine on the mean sphere of IUGG; within 0.5 % of the ellipsoid).</summary>
    public double MetresTo(LonLat other)
    {
        var (lat1, lat2) = (double.DegreesToRadians(Lat), double.DegreesToRadians(other.Lat));
        var (sinLat, sinLon) = (Math.Sin((lat2 - lat1) / 2), Math.Sin(double.DegreesToRadians(other.Lon - Lon) / 2));
        var h = sinLat * sinLat + Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon;
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>Metres in a degree of longitude and of latitude here.</summary>
    internal (double Lon, double Lat) MetresPerDegree()
    {
        var metres = EarthRadius * Math.PI / 180;
        return (metres * Math.Cos(double.DegreesToRadians(Lat)), metres);
    }
}
