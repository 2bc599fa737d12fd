using Microsoft.AspNetCore.Http;

namespace Linli.Cases.Open311;

/// <summary>Which part of a list is asked for: at most 90 days and 1,000 entries at once; without a word the newest.</summary>
/// <param name="From">The beginning.</param>
/// <param name="To">The end, not included.</param>
/// <param name="Skip">Entries of the pages before.</param>
/// <param name="Take">Entries of a page.</param>
internal sealed record GeoReportWindow(DateTimeOffset From, DateTimeOffset To, int Skip, int Take)
{
    public const int MostEntries = 1_000, LastEntry = 100_000;
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>Reads the window from two fields and the page from <c>page</c> and <c>page_size</c> (or <c>per_page</c>).</summary>
    /// <returns>What is wrong with them, or null.</returns>
    public static GeoReportAnswer? Read(GeoReportWords words, string from, string to, DateTimeOffset now, GeoReportRefusals refusals, out GeoReportWindow window)
    {
        var errors = new List<GeoReportError>();
        if (!words.TryMoment(from, out var start)) errors.Add(Bad(refusals, from));
        if (!words.TryMoment(to, out var end)) errors.Add(Bad(refusals, to));
        if (!words.TryNumber("page", 1, LastEntry, 1, out var page)) errors.Add(Bad(refusals, "page"));
        if (!words.TryNumber("per_page", 1, MostEntries, MostEntries, out var size) || !words.TryNumber("page_size", 1, MostEntries, size, out size)) errors.Add(Bad(refusals, "page_size"));
        var until = end ?? (start is null || now - start < Longest ? now.AddSeconds(1) : start.Value + Longest);   // what comes this second is in
        var since = start ?? (until - DateTimeOffset.MinValue > Longest ? until - Longest : DateTimeOffset.MinValue);
        if (errors.Count == 0 && (since > until || until - since > Longest + TimeSpan.FromSeconds(1))) errors.Add(refusals.Error(StatusCodes.Status400BadRequest, "Open311.BadWindow", from, to));
        if (errors.Count == 0 && (long)page * size > LastEntry) errors.Add(refusals.Error(StatusCodes.Status400BadRequest, "Open311.TooFar"));
        window = new(since, until, errors.Count == 0 ? (page - 1) * size : 0, size);
        return errors.Count == 0 ? null : GeoReportAnswer.Refusal(errors);
    }

    private static GeoReportError Bad(GeoReportRefusals refusals, string field) => refusals.Error(StatusCodes.Status400BadRequest, "Open311.BadField", field);
}
