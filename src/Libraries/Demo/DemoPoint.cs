namespace Linli.Demo;

/// <summary>A position in degrees, WGS-84, rounded to seven decimals (about a centimetre).</summary>
/// <param name="Lon">Longitude.</param>
/// <param name="Lat">Latitude.</param>
public readonly record struct DemoPoint(double Lon, double Lat);
