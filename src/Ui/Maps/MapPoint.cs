namespace Linli.Ui;

/// <summary>A place on a <see cref="Map"/>.</summary>
/// <param name="Longitude">Degrees east, WGS-84.</param>
/// <param name="Latitude">Degrees north, WGS-84.</param>
/// <param name="Text">What is there.</param>
/// <param name="Href">Where a press leads.</param>
/// <param name="Tone">Its colour.</param>
public sealed record MapPoint(double Longitude, double Latitude, string Text, string? Href = null, Tone Tone = Tone.Progress);
