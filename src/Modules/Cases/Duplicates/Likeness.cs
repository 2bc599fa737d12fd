using Linli.Geo;

namespace Linli.Cases.Duplicates;

/// <summary>What is compared of two reports, beside their words.</summary>
/// <param name="Division">The grid, or what is known of the place.</param>
/// <param name="At">The position; null where it is not known.</param>
/// <param name="Category">The leaf; null where it is not known.</param>
/// <param name="ReceivedAt">When it came.</param>
internal sealed record Circumstances(string Division, LonLat? At, string? Category, DateTimeOffset ReceivedAt)
{
    public static Circumstances Of(Case found) =>
        new(found.DivisionCode, found is { Longitude: { } lon, Latitude: { } lat } ? new LonLat(lon, lat) : null, found.CategoryCode, found.ReceivedAt);
}

/// <summary>
/// How likely two reports tell of one thing: words × place × time × category. Each factor only takes away, so that nothing makes up for a
/// wrong place. The figures were set on a demo district of another seed; <c>linli eval duplicates</c> measures them.
/// </summary>
internal static class Likeness
{
    /// <summary>From here on two reports are shown to a clerk as likely the same.</summary>
    public const double Shown = 0.35;

    private const double Near = 200, WithoutWords = 0.5, OtherBranch = 0.35, OtherLeaf = 0.7;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(10);

    /// <param name="words">How alike the words are, 0 to 1.</param>
    /// <param name="one">The one report.</param>
    /// <param name="other">The other.</param>
    /// <returns>0 to 1.</returns>
    public static double Of(double words, Circumstances one, Circumstances other) =>
        (WithoutWords + (1 - WithoutWords) * words) * Place(one, other) * Math.Exp(-(one.ReceivedAt - other.ReceivedAt).Duration() / Lasts) * Category(one.Category, other.Category);

    /// <summary>Metres between them; null where a position is missing.</summary>
    public static double? Apart(Circumstances one, Circumstances other) => one.At is { } a && other.At is { } b ? a.MetresTo(b) : null;

    private static double Place(Circumstances one, Circumstances other) =>
        Apart(one, other) is { } metres ? Math.Exp(-metres / Near)
        : one.Division == other.Division ? 0.7
        : one.Division.StartsWith(other.Division, StringComparison.Ordinal) || other.Division.StartsWith(one.Division, StringComparison.Ordinal) ? 0.5
        : 0.2;

    private static double Category(string? one, string? other) =>
        one is null || other is null ? OtherLeaf : one == other ? 1 : one.Length == other.Length && one[..^2] == other[..^2] ? OtherLeaf : OtherBranch;
}
