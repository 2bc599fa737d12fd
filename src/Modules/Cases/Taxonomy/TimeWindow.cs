using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Linli.Cases.Taxonomy;

/// <summary>A part of the week: <c>working</c> and <c>off</c> (office hours of the district and the rest), or days and hours, such as <c>1-5 08:00-18:00</c>, <c>6,7</c>, <c>22:00-06:00</c>.</summary>
/// <param name="Working">Within office hours, or outside them; null where days and hours are named.</param>
/// <param name="Days">Days of the week, 1 (Monday) to 7, in order. A window past midnight belongs to the day on which it begins.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; no later than <paramref name="From"/>: on the next day.</param>
[JsonConverter(typeof(TimeWindowJson))]
internal sealed partial record TimeWindow(bool? Working, string Days, TimeOnly From, TimeOnly To)
{
    private const string InOffice = "working", OutOfOffice = "off", Week = "1234567", Clock = "HH:mm";

    public static bool TryParse(string? text, out TimeWindow window)
    {
        window = new(text == InOffice, Week, default, default);
        if (text is InOffice or OutOfOffice) return true;
        if (Form().Match(text ?? "") is not { Success: true } match || text!.Length == 0) return false;
        var days = match.Groups["days"].Value is { Length: > 0 } said ? string.Concat(said.Split(',').SelectMany(Span).Distinct().Order()) : Week;
        var (from, to) = (TimeOnly.MinValue, TimeOnly.MinValue);
        var sound = days.Length > 0 && (match.Groups["from"].Value is not { Length: > 0 } begins || (TryTime(begins, out from) && TryTime(match.Groups["to"].Value, out to)));
        window = new(null, days, from, to);
        return sound;
    }

    /// <summary>Whether a moment lies in it.</summary>
    /// <param name="local">By the site's clocks.</param>
    /// <param name="working">Whether the district works at that moment.</param>
    public bool Holds(DateTimeOffset local, bool working)
    {
        if (Working is { } office) return office == working;
        var (time, today) = (TimeOnly.FromDateTime(local.DateTime), local.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)local.DayOfWeek);
        if (From < To) return On(today) && time >= From && time < To;
        return (On(today) && time >= From) || (On(today == 1 ? 7 : today - 1) && time < To);
    }

    /// <summary>The days as runs: 1-5, 7.</summary>
    public IEnumerable<(int First, int Last)> Runs()
    {
        for (var i = 0; i < Days.Length; i++)
        {
            var first = Days[i] - '0';
            while (i + 1 < Days.Length && Days[i + 1] == Days[i] + 1) i++;
            yield return (first, Days[i] - '0');
        }
    }

    public override string ToString()
    {
        if (Working is { } office) return office ? InOffice : OutOfOffice;
        var days = Days == Week && From != To ? null : string.Join(',', Runs().Select(run => run.First == run.Last ? $"{run.First}" : $"{run.First}-{run.Last}"));
        return string.Join(' ', new[] { days, Hours() }.OfType<string>());
    }

    /// <summary>The hours; null for whole days.</summary>
    public string? Hours() => From == To ? null : $"{From.ToString(Clock, CultureInfo.InvariantCulture)}-{To.ToString(Clock, CultureInfo.InvariantCulture)}";

    private bool On(int day) => Days.Contains((char)('0' + day), StringComparison.Ordinal);

    private static IEnumerable<char> Span(string days) => Enumerable.Range(days[0], Math.Max(0, days[^1] - days[0] + 1)).Select(day => (char)day);

    private static bool TryTime(string text, out TimeOnly time) => TimeOnly.TryParseExact(text == "24:00" ? "00:00" : text, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    [GeneratedRegex(@"^(?<days>[1-7](-[1-7])?(,[1-7](-[1-7])?)*)?( |^|$)((?<from>\d\d:\d\d)-(?<to>\d\d:\d\d))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}

/// <summary>A window travels in its compact form.</summary>
internal sealed class TimeWindowJson : JsonConverter<TimeWindow>
{
    public override TimeWindow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeWindow.TryParse(reader.GetString(), out var window) ? window : throw new JsonException("Not a part of the week.");

    public override void Write(Utf8JsonWriter writer, TimeWindow value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
