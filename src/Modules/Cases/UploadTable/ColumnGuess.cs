using System.Text.Json;
using Linli.Cases.Mapping;
using Linli.Platform.Tables;
using Linli.Platform.Texts;

namespace Linli.Cases.UploadTable;

/// <summary>Which column is what: as the channel's profile says where it fits the table, else by the names that such columns usually have.</summary>
internal static class ColumnGuess
{
    private static readonly GuessWords Words = Read();

    /// <summary>Columns by field; fields without one are left out.</summary>
    public static Dictionary<string, string> Of(UploadedTable table, string? profile)
    {
        var guess = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = ReportProfile.Parse(profile).Succeeded(out var parsed, out _) ? parsed.Fields : [];
        foreach (var field in ReportField.All)
        {
            if (known.TryGetValue(field, out var template) && template is ['{', .., '}'] && table.Header.Contains(template[1..^1])) guess[field] = template[1..^1];
            else if (Words.Columns.GetValueOrDefault(field, []).SelectMany(word => table.Header.Where(column => column.Equals(word, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(column => !guess.ContainsValue(column)) is { } same) guess[field] = same;
        }
        return guess;
    }

    /// <summary>The profile of a table whose columns are named by field.</summary>
    public static ReportProfile Profile(IReadOnlyDictionary<string, string> columns) => new()
    {
        Fields = columns.ToDictionary(column => column.Key, column => $"{{{column.Value}}}"),
        Values = new() { [ReportField.Level] = Words.Levels },
    };

    private static GuessWords Read()
    {
        using var stream = typeof(ColumnGuess).Assembly.GetManifestResourceStream("upload-columns.json")!;
        return JsonSerializer.Deserialize<GuessWords>(stream, Json.Readable)!;
    }

    /// <summary>What stands in <c>columns.json</c>.</summary>
    /// <param name="Columns">Usual names of columns, by field.</param>
    /// <param name="Levels">Usual words for levels.</param>
    private sealed record GuessWords(Dictionary<string, string[]> Columns, Dictionary<string, string> Levels);
}
