using System.Globalization;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Linli.Cases.Open311;

/// <summary>What a request says: the fields of its form, then those of its address. Empty ones count as absent.</summary>
internal sealed class GeoReportWords(IReadOnlyList<KeyValuePair<string, StringValues>> fields)
{
    public const int MostIds = 1_000;

    public static async Task<GeoReportWords> ReadAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        return new([.. form, .. http.Request.Query]);
    }

    public string? this[string name] => fields.Where(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(f => f.Value).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim();

    /// <summary><c>attribute[CODE]</c> and <c>attribute[CODE][]</c>.</summary>
    public Dictionary<string, string[]> Attributes() => BracketedNames.Read(fields, "attribute");

    /// <summary>Several words with commas between.</summary>
    public IReadOnlyList<string> List(string name) => [.. (this[name] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Take(MostIds)];

    /// <summary>A moment, or a day for its beginning in UTC; false where it is neither.</summary>
    public bool TryMoment(string name, out DateTimeOffset? at)
    {
        at = null;
        if (this[name] is not { } word) return true;
        if (word.Contains('T', StringComparison.Ordinal)) word = word.Replace(' ', '+');   // a zone whose plus was not escaped
        if (!DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)) return false;
        at = moment;
        return true;
    }

    /// <summary>A number within bounds; <paramref name="otherwise"/> where none is given, false where it is none.</summary>
    public bool TryNumber(string name, int least, int most, int otherwise, out int number)
    {
        number = otherwise;
        if (this[name] is not { } word) return true;
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number)) return false;
        number = Math.Min(number, most);
        return number >= least;
    }

    /// <summary>Degrees; false where they are none.</summary>
    public bool TryDegrees(string name, out double? degrees)
    {
        degrees = null;
        if (this[name] is not { } word) return true;
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) || !double.IsFinite(read)) return false;
        degrees = read;
        return true;
    }
}
