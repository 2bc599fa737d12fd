using System.Text;
using Linli.Platform.CommandLine;

namespace Linli.Platform.Import;

/// <summary>A UTF-8 file with a header line: tabs, or commas with quotes around values that hold commas. A value holds no line break.</summary>
public static class TableFile
{
    /// <summary>Reads all lines but empty ones.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Columns that must be there.</param>
    /// <exception cref="UsageException">The file has no header, or the header lacks a column that must be there.</exception>
    public static IEnumerable<TableLine> Read(string path, params string[] columns)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var first = reader.ReadLine() ?? throw new UsageException($"{path} is empty; its first line must name the columns.");
        Func<string, List<string>> cut = first.Contains('\t', StringComparison.Ordinal) ? text => [.. text.Split('\t')] : CutAtCommas;
        var header = cut(first).ConvertAll(name => name.Trim());
        if (columns.FirstOrDefault(column => !header.Contains(column)) is { } missing)
            throw new UsageException($"{path} has no column '{missing}'; its first line names {string.Join(", ", header)}.");
        for (var number = 2; reader.ReadLine() is { } text; number++)
            if (text.Length > 0) yield return new(number, header, cut(text));
    }

    // RFC 4180: within quotes a comma is a comma, and two quotes are one.
    private static List<string> CutAtCommas(string text)
    {
        var (values, value, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') value.Append(text[i++]);
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else value.Append(text[i]);
        }
        values.Add(value.ToString());
        return values;
    }
}
