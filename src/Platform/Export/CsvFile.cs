using System.Globalization;
using System.Text;

namespace Linli.Platform.Export;

/// <summary>Writes CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read Chinese) row by row.</summary>
/// <param name="output">Where to; stays open.</param>
public sealed class CsvFile(Stream output) : ITableWriter
{
    private static readonly char[] Quoted = ['"', ',', '\r', '\n'];
    private readonly StreamWriter writer = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 16, leaveOpen: true);

    /// <summary>Writes a row. Instants are written in ISO 8601, UTC.</summary>
    public Task WriteAsync(params object?[] values) => writer.WriteAsync(string.Join(',', values.Select(Cell)) + "\r\n");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        if (value is string && text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)) text = "'" + text;   // a spreadsheet must not take it for a formula
        return text.IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
