using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Linli.Platform.Problems;
using Linli.Platform.Texts;

namespace Linli.Platform.Tables;

/// <summary>Reads tables: Excel (the first sheet), or text with commas, semicolons or tabs in UTF-8 or GB 18030.</summary>
public static class TableReader
{
    /// <summary>Tables with more columns are not read.</summary>
    public const int MostColumns = 100;
    private const int LongestValue = 10_000, LongestRecord = 10 << 20;
    private const long MostUnpacked = 300 << 20;

    static TableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);   // old Excel files say their code page

    /// <summary>Reads the first table of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mostRows">How many rows it may have.</param>
    /// <returns>The table; a problem of the field <c>file</c> where there is none, or it is too long.</returns>
    public static Result<UploadedTable> Read(byte[] file, int mostRows) =>
        Read(file, mostRows, sheets: 1).Succeeded(out var tables, out var problem) ? tables[0] : problem;

    /// <summary>Reads the sheets of a workbook, the empty ones left out; of a text its one table.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mostRows">How many rows a table may have.</param>
    /// <param name="sheets">How many sheets are looked at.</param>
    public static Result<IReadOnlyList<UploadedTable>> Read(byte[] file, int mostRows, int sheets)
    {
        try
        {
            var tables = new List<UploadedTable>();
            foreach (var lines in IsExcel(file) ? Excel(file).Take(sheets) : [Text(file)])
            {
                var rows = lines.Where(line => line.Any(value => value.Length > 0)).Take(mostRows + 2).ToList();
                if (rows.Count < 2) continue;
                if (rows.Count > mostRows + 1) return Bad("platform.table-too-long");
                if (rows[0].Count > MostColumns || rows.Any(row => row.Any(value => value.Length > LongestValue))) return Bad("platform.table-unreadable");
                tables.Add(new(Names(rows[0]), rows[1..]));
            }
            return tables.Count > 0 ? tables : Bad("platform.table-empty");
        }
        catch (Exception error) when (error is HeaderException or ExcelReaderException or CsvFormatException or InvalidDataException or EndOfStreamException or ArgumentException or FormatException or XmlException)
        {
            return Bad("platform.table-unreadable");   // damaged, encrypted, or something else altogether
        }
    }

    /// <summary>A zip archive or an OLE document.</summary>
    private static bool IsExcel(byte[] file) => file.AsSpan().StartsWith("PK\u0003\u0004"u8) || file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Each sheet is read before the next is asked for.</summary>
    private static IEnumerable<IEnumerable<IReadOnlyList<string>>> Excel(byte[] file)
    {
        if (file[0] == 'P')
        {
            using var archive = new ZipArchive(new MemoryStream(file));
            if (archive.Entries.Sum(entry => entry.Length) > MostUnpacked) throw new InvalidDataException("Too large.");
        }
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
        do yield return Sheet(reader);
        while (reader.NextResult());
    }

    private static IEnumerable<IReadOnlyList<string>> Sheet(IExcelDataReader reader)
    {
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
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, TrimWhitespace = true, MaxRecordSize = LongestRecord });
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
