using System.Globalization;
using System.Text.Json;
using Linli.Platform.Tables;
using Linli.Platform.Texts;

namespace Linli.Cases.ReviseTaxonomy;

/// <summary>The columns of both sheets: what a person reads above them, in either language, or the name of the field itself.</summary>
internal static class ListColumns
{
    public static readonly string[] OfCategories = ["code", "level1", "level2", "level3", "level4", "nameEn", "keywords", "urgent", "former"];
    public static readonly string[] OfEntries =
        ["category", "categoryName", "division", "divisionName", "unit", "unitName", "accept", "dispatch", "handle", "standard", "basis", "time", "channel", "level", "question", "answer"];

    private static readonly Dictionary<string, string[]> Names = Read();

    /// <summary>The head of a sheet in the reader's language.</summary>
    public static IReadOnlyList<string> Head(IEnumerable<string> fields) =>
        [.. fields.Select(field => Names[field][CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? 1 : 0])];

    /// <summary>Where each field stands in a table.</summary>
    public static IReadOnlyDictionary<string, int> In(UploadedTable table) => Names
        .Select(name => (name.Key, At: table.Header.ToList().FindIndex(said => said.Equals(name.Key, StringComparison.OrdinalIgnoreCase) || name.Value.Contains(said, StringComparer.OrdinalIgnoreCase))))
        .Where(found => found.At >= 0).ToDictionary(found => found.Key, found => found.At);

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(ListColumns).Assembly.GetManifestResourceStream("list-columns.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream, Json.Readable)!;
    }
}

/// <summary>A row of a sheet by its fields.</summary>
internal readonly record struct ListRow(IReadOnlyDictionary<string, int> Columns, IReadOnlyList<string> Values)
{
    public string this[string field] => Columns.TryGetValue(field, out var at) && at < Values.Count ? Values[at].Trim() : "";

    public string? Optional(string field) => this[field] is { Length: > 0 } said ? said : null;
}
