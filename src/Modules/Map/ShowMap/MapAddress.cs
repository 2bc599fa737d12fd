using System.Globalization;
using Linli.Contracts.Map;
using Linli.Geo;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Linli.Map;

/// <summary>What the map shows, as it stands in its address: to keep, to share, and to come back to without script.</summary>
/// <param name="Division">Code of the division shown; null begins where the reader does.</param>
/// <param name="Layers">Keys of the layers shown; null shows all, and an empty key stands for none.</param>
/// <param name="Search">Words of a place that is looked for.</param>
/// <param name="At">A position to look at.</param>
/// <param name="Area">Corners of an area that is asked about, see <see cref="Linli.Map.Area"/>.</param>
/// <param name="When">A past day that is shown; null shows now.</param>
/// <param name="Zoom">How close <paramref name="At"/> is looked at.</param>
internal sealed record MapAddress(string? Division, IReadOnlyList<string>? Layers = null, string? Search = null, LonLat? At = null, string? Area = null, DateOnly? When = null, double? Zoom = null)
{
    public const string Path = "/desk/map";

    private const string DayFormat = "yyyy-MM-dd";

    public static MapAddress Read(IQueryCollection query) => new(
        Word(query, "in"), query.ContainsKey("layer") ? [.. query["layer"].OfType<string>()] : null, Word(query, "q"), Linli.Map.Area.Position(Word(query, "at")), Word(query, "area"),
        DateOnly.TryParseExact(Word(query, "when"), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        double.TryParse(Word(query, "zoom"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var zoom) && zoom <= MapWindow.Closest ? zoom : null);

    public override string ToString() => To(Path);

    /// <summary>Another address with the same words.</summary>
    public string To(string path) => QueryHelpers.AddQueryString(path, new[]
    {
        KeyValuePair.Create("in", Division), new("q", Search), new("at", At is { } at ? Text(at) : null), new("area", Area), new("when", Day(When)), new("zoom", Zoom?.ToString(CultureInfo.InvariantCulture)),
    }.Concat((Layers ?? []).Select(key => KeyValuePair.Create("layer", (string?)key))).Where(word => word.Value is not null));

    public static string Text(LonLat at) => string.Create(CultureInfo.InvariantCulture, $"{at.Lon:0.######},{at.Lat:0.######}");

    public static string? Day(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string? Word(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } word ? word : null;
}
