using System.Globalization;
using System.Text;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Linli.Platform.Problems;
using Linli.Platform.Texts;

namespace Linli.Cases.UploadTable;

/// <summary>Reads tables: Excel (the first sheet), or text with commas, semicolons or tabs in UTF-8 or GB 18030.</summary>
internal static class TableReader
{
    public const int MostRows = 10_000, MostColumns = 100, MostBytes = 10 << 20;
    private const int LongestValue = 10_000;

    static TableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);   // old Excel files say their code page

    public static Result<UploadedTable> Read(byte[] file)
    {
        try
        {
            var lines = IsExcel(file) ? Excel(file) : Text(file);
            var rows = lines.Where(line => line.Any(value => value.Length > 0)).Take(MostRows + 2).ToList();
            if (rows.Count < 2) return Bad("cases.upload-empty");
            if (rows.Count > MostRows + 1) return Bad("cases.upload-too-long");
            if (rows[0].Count > MostColumns || rows.Any(row => row.Any(value => value.Length > LongestValue))) return Bad("cases.upload-unreadable");
            return new UploadedTable(Names(rows[0]), rows[1..]);
        }
        catch (Exception error) when (error is HeaderException or ExcelReaderException or CsvFormatException or InvalidDataException or EndOfStreamException or ArgumentException or FormatException)
        {
            return Bad("cases.upload-unreadable");   // damaged, encrypted, or something else altogether
        }
    }

    /// <summary>A zip archive or an OLE document.</summary>
    private static bool IsExcel(byte[] file) => file.AsSpan().StartsWith("PK\u0003\u0004"u8) || file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    private static IEnumerable<IReadOnlyList<string>> Excel(byte[] file)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
        while (reader.Read()) yield return [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns + 1)).Select(i => Said(reader.GetValue(i)))];
    }

    private static string Said(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!.Trim(),
    };

    private static IEnumerable<IReadOnlyList<string>> Text(byte[] file)
    {
        var text = ChineseText.Decode(file);
        if (text.Contains('\0', StringComparison.Ordinal)) throw new InvalidDataException("Not a text.");
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, TrimWhitespace = true, MaxRecordSize = MostBytes });
        while (csv.Read()) yield return csv.Current.ToArray();
    }

    /// <summary>Every column gets a name of its own, without the braces of templates.</summary>
    private static IReadOnlyList<string> Names(IReadOnlyList<string> header)
    {
        var names = new List<string>(header.Count);
        foreach (var (i, said) in header.Index())
        {
            var name = said.Replace('{', '(').Replace('}', ')').Trim() is { Length: > 0 } given ? given : string.Create(CultureInfo.InvariantCulture, $"#{i + 1}");
            names.Add(names.Contains(name) ? string.Create(CultureInfo.InvariantCulture, $"{name} #{i + 1}") : name);
        }
        return names;
    }

    private static Problem Bad(string error) => Problem.Invalid("file", error);
}
