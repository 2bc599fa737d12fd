namespace Linli.Geo;

/// <summary>A grid and how far away it is: 0 when the position lies inside.</summary>
public readonly record struct NearGrid(string Code, double Metres);
