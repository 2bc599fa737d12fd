using System.Globalization;
using Linli.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Linli.Registry;

/// <summary>Which records to list; as it stands in the address.</summary>
/// <param name="Type">Code of the type; empty for all of them.</param>
/// <param name="Text">A name, number, code or words.</param>
/// <param name="Division">Prefix of a division code.</param>
/// <param name="Ended">Those that are no more, instead of those that are.</param>
/// <param name="Facets">Values by field, <c>f[use]=rented</c>.</param>
/// <param name="Page">From 1.</param>
internal sealed record RecordFilter(string? Type = null, string? Text = null, string? Division = null, bool Ended = false, IReadOnlyDictionary<string, string>? Facets = null, int Page = 1)
{
    private const string Facet = "f";

    public static RecordFilter Read(IQueryCollection query) => new(
        Word(query["type"]), Word(query["q"]), Word(query["division"]), query["ended"] == "true",
        BracketedNames.Read(query, Facet).Where(f => Word(f.Value.FirstOrDefault()) is not null).ToDictionary(f => f.Key, f => Word(f.Value[0])!),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(page, 1) : 1);

    /// <summary>The list's address with these conditions.</summary>
    public string At(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["type"] = Type, ["q"] = Text, ["division"] = Division, ["ended"] = Ended ? "true" : null,
    }.Concat((Facets ?? new Dictionary<string, string>()).Select(f => KeyValuePair.Create($"{Facet}[{f.Key}]", (string?)f.Value))).Where(word => word.Value is not null));

    private static string? Word(string? typed) => typed is null ? null : string.Concat(typed.Where(c => !char.IsControl(c))).Trim() is { Length: > 0 and <= 100 } word ? word : null;
}
