namespace Linli.Demo;

/// <summary>A point on the plane in metres east and north of the district's middle.</summary>
internal readonly record struct Metres(double X, double Y)
{
    // Where the invented district lies: hills between two real cities, chosen only for its shape of a degree.
    private const double Lon = 114.36, Lat = 28.47;
    private const double PerLat = 110_850, PerLon = 97_870;

    public double DistanceTo(Metres other) => Math.Sqrt(SquareTo(other));

    public double SquareTo(Metres other) => (X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y);

    public DemoPoint ToPoint() => new(Math.Round(Lon + X / PerLon, 7), Math.Round(Lat + Y / PerLat, 7));

    public static Metres From(DemoPoint point) => new((point.Lon - Lon) * PerLon, (point.Lat - Lat) * PerLat);
}
