using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Linli.Geo;
using Linli.Platform.Problems;
using Linli.Platform.Texts;

namespace Linli.Cases.Mapping;

/// <summary>How the messages of a channel, or the lines of a table, become reports (docs/modules/cases.md shows one).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed partial record ReportProfile
{
    /// <summary>The other side sends our own fields.</summary>
    public static readonly ReportProfile Own = new() { Fields = ReportField.All.ToDictionary(field => field, field => $"{{{field}}}") };

    /// <summary>Templates by field: what stands in braces is looked up in the message.</summary>
    public required Dictionary<string, string> Fields { get; init; }

    /// <summary>Our words for theirs, by field; <c>*</c> for all others.</summary>
    public Dictionary<string, Dictionary<string, string>> Values { get; init; } = [];

    /// <summary>What their positions are given in.</summary>
    public CoordinateSystem Coordinates { get; init; }

    /// <summary>Reads a profile; nothing is our own fields.</summary>
    public static Result<ReportProfile> Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return Own;
        try
        {
            if (JsonSerializer.Deserialize<ReportProfile>(json, Json.Readable) is not { } profile || profile.Fields is null) return Bad("cases.profile-not-json");
            if (!profile.Fields.ContainsKey(ReportField.Text)) return Bad("cases.profile-without-text");
            return profile.Fields.Keys.Concat(profile.Values.Keys).All(ReportField.All.Contains) && profile.Fields.Values.All(t => t is not null) && profile.Values.Values.All(v => v is not null) ? profile : Bad("cases.profile-unknown-field");
        }
        catch (JsonException)
        {
            return Bad("cases.profile-not-json");
        }
    }

    /// <summary>The report that a message makes; its annotations are for the caller to check.</summary>
    /// <param name="channel">Where it came from.</param>
    /// <param name="lookUp">Finds what a place in the message holds; null where there is nothing.</param>
    public Result<ReceiveCase.ReceiveCase> Map(string channel, Func<string, string?> lookUp)
    {
        var wrong = new Dictionary<string, string[]>();
        var (longitude, latitude) = (Number(ReportField.Longitude, "cases.bad-position"), Number(ReportField.Latitude, "cases.bad-position"));
        var level = Number(ReportField.Level, "cases.bad-level");
        if (level is { } given && given != Math.Truncate(given)) wrong[ReportField.Level] = ["cases.bad-level"];
        if (wrong.Count > 0) return Problem.Invalid(wrong);
        if (longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90)
        {
            var at = Geo.Coordinates.From(Coordinates, longitude.Value, latitude.Value);
            (longitude, latitude) = (at.Lon, at.Lat);
        }
        return new ReceiveCase.ReceiveCase
        {
            Channel = channel,
            Text = Value(ReportField.Text),
            Title = Value(ReportField.Title),
            Place = Value(ReportField.Place),
            Name = Value(ReportField.Name),
            Phone = Value(ReportField.Phone),
            Email = Value(ReportField.Email),
            CategoryCode = Value(ReportField.CategoryCode),
            ExternalId = Value(ReportField.ExternalId),
            Level = level is { } whole ? (int)Math.Clamp(whole, int.MinValue, int.MaxValue) : null,
            Longitude = longitude,
            Latitude = latitude,
        };

        double? Number(string field, string error)
        {
            if (Value(field) is not { } said) return null;
            if (double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
            wrong[field] = [error];
            return null;
        }

        string? Value(string field)
        {
            if (!Fields.TryGetValue(field, out var template)) return null;
            var said = Place().Replace(template, place => lookUp(place.Groups[1].Value.Trim()) ?? "").Trim();
            if (Values.TryGetValue(field, out var words)) said = words.GetValueOrDefault(said) ?? words.GetValueOrDefault("*") ?? said;
            return said.Length == 0 ? null : said;
        }
    }

    private static Problem Bad(string error) => Problem.Invalid("profile", error);

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
