using System.Text.RegularExpressions;
using Linli.Platform.Import;

namespace Linli.Cases.ImportCases;

/// <summary>The part <c>cases</c> of a profile: which column is what. Templates hold names of columns in braces.</summary>
internal sealed partial record CasesPart
{
    public required string File { get; init; }

    /// <summary>Template of the case number. It is the key: a number that is there is not taken again.</summary>
    public required string Number { get; init; }

    /// <summary>Template of the title.</summary>
    public required string Title { get; init; }

    /// <summary>Template of the text.</summary>
    public required string Text { get; init; }

    /// <summary>Column of the time of the report.</summary>
    public required string Received { get; init; }

    /// <summary>How that time is written, as .NET writes formats.</summary>
    public required string TimeFormat { get; init; }

    /// <summary>IANA name of its time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Column of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Our channel by what stands in that column.</summary>
    public required Dictionary<string, string> Channels { get; init; }

    /// <summary>Column of the unit's key.</summary>
    public required string Unit { get; init; }

    /// <summary>What stands there when no unit is named.</summary>
    public string NoUnit { get; init; } = "";

    /// <summary>How a line tells where the case stands; the first that fits speaks.</summary>
    public required IReadOnlyList<OutcomeRule> Outcomes { get; init; }

    /// <summary>Columns kept in the history as they are, by the word they are kept under.</summary>
    public Dictionary<string, string> Keep { get; init; } = [];

    /// <summary>Columns that must be there.</summary>
    public string[] Columns =>
        [Received, Channel, Unit, .. Keep.Values, .. Outcomes.SelectMany(rule => rule.When.Keys), .. new[] { Number, Title, Text }.SelectMany(t => Column().Matches(t)).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>Fills a template from a line.</summary>
    public static string Fill(string template, TableLine line) => Column().Replace(template, match => System.Net.WebUtility.HtmlDecode(line[match.Groups[1].Value]));

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Column();
}

/// <summary>Where a case stands when all columns named hold the values named.</summary>
/// <param name="When">Values by column; empty fits always.</param>
/// <param name="Closed">Whether it was closed. What is open waits for a clerk: when it was dispatched is not known.</param>
/// <param name="OnTime">Whether it was closed within its limit.</param>
/// <param name="Remark">What the history says about it.</param>
internal sealed record OutcomeRule(Dictionary<string, string> When, bool Closed, bool? OnTime, string? Remark)
{
    public bool Fits(TableLine line) => When.All(column => line[column.Key] == column.Value);
}
