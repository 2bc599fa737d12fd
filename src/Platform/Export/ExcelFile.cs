using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Linli.Platform.Export;

/// <summary>
/// Writes an Excel workbook (ECMA-376) row by row: no more of it than some rows is ever in memory. A sheet that is full goes on in the next. An archive is
/// closed without waiting, and a response cannot be written so: what is packed is held here and handed on in between.
/// </summary>
/// <param name="output">Where to; stays open and need not be able to seek.</param>
public sealed class ExcelFile(Stream output) : ITableWriter
{
    /// <summary>Media type of a workbook.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int MostRows = 1_048_576, LongestCell = 32_767, LongestName = 31, MostHeld = 1 << 16;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<string> sheets = [];
    private readonly StringBuilder line = new();
    private readonly Packed packed = new();
    private ZipArchive? archive;
    private StreamWriter? sheet;
    private int rows;

    /// <summary>Begins a sheet; its first row stays in view.</summary>
    public void Sheet(string name)
    {
        EndSheet();
        sheets.Add(Name(name));
        sheet = Open($"xl/worksheets/sheet{sheets.Count}.xml");
        rows = 0;
        sheet.Write($"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultColWidth=\"16\" defaultRowHeight=\"15\"/><sheetData>");
    }

    /// <summary>Writes a sheet from its first row, which names the columns, to its last.</summary>
    public async Task SheetAsync(string name, IEnumerable<IReadOnlyList<string?>> lines)
    {
        Sheet(name);
        foreach (var values in lines) await WriteAsync([.. values]);
    }

    /// <summary>Writes a row. Numbers are numbers, all else is text, so that nothing is taken for a formula.</summary>
    public Task WriteAsync(params object?[] values)
    {
        Row(values);
        return packed.Held < MostHeld ? Task.CompletedTask : packed.MoveAsync(output);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Finish();
        await packed.MoveAsync(output);
        await packed.DisposeAsync();
    }

    private void Row(object?[] values)
    {
        if (rows == MostRows) Sheet(sheets[^1]);
        rows++;
        line.Clear().Append("<row>");
        foreach (var value in values) Append(value);
        sheet!.Write(line.Append("</row>"));
    }

    private void Finish()
    {
        EndSheet();
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((name, i) => $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>");
        Part("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>");
        archive!.Dispose();
    }

    private void Append(object? value)
    {
        switch (value)
        {
            case null or "": line.Append("<c/>"); break;
            case int or long or double or decimal: line.Append(CultureInfo.InvariantCulture, $"<c><v>{value}</v></c>"); break;
            default:
                var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
                line.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(SecurityElement.Escape(XmlText.Clean(text.Length > LongestCell ? text[..LongestCell] : text))).Append("</t></is></c>");
                break;
        }
    }

    private void EndSheet()
    {
        if (sheet is null) return;
        sheet.Write("</sheetData></worksheet>");
        sheet.Dispose();
        sheet = null;
    }

    /// <summary>A name as Excel takes it, and no other sheet has it.</summary>
    private string Name(string wanted)
    {
        var name = string.Concat(wanted.Where(c => !@"[]:*?/\".Contains(c, StringComparison.Ordinal)).Take(LongestName - 4));
        return sheets.Contains(name) ? $"{name} {sheets.Count + 1}" : name;
    }

    private void Part(string name, string content)
    {
        using var part = Open(name);
        part.Write(content);
    }

    private StreamWriter Open(string name)
    {
        archive ??= new(packed, ZipArchiveMode.Create, leaveOpen: true);
        return new(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 14);
    }

    /// <summary>What is packed and not handed on yet.</summary>
    private sealed class Packed : Stream
    {
        private readonly MemoryStream held = new();

        public long Held => held.Length;
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

        public async Task MoveAsync(Stream output)
        {
            held.Position = 0;
            await held.CopyToAsync(output);
            held.SetLength(0);
        }

        public override void Flush() => held.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) held.Dispose();
            base.Dispose(disposing);
        }
    }
}
