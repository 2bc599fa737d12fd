using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Linli.Platform.Export;

/// <summary>
/// Fills the places of a Word document (ECMA-376): <c>{{name}}</c> is replaced by a word, and a row of a table that holds <c>{{list.name}}</c>
/// stands once for each line of the list. A place that nothing is known of stays, so that its writer sees it. Word may have split a place
/// into several runs; the words take the form of the first.
/// </summary>
public static partial class WordTemplate
{
    private const long LargestText = 10 << 20;
    private const int Deepest = 200;   // XML is walked by recursion
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Makes a Word document of its main part alone.</summary>
    /// <param name="document">The part <c>word/document.xml</c>.</param>
    public static byte[] Pack(Stream document)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Write(archive, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            using var part = archive.CreateEntry("word/document.xml").Open();
            document.CopyTo(part);
        }
        return output.ToArray();
    }

    /// <summary>Fills a document.</summary>
    /// <param name="template">The document; stays open.</param>
    /// <param name="words">What stands in each place.</param>
    /// <param name="lists">Lines of tables, by the name of the list.</param>
    /// <exception cref="InvalidDataException">It is no Word document.</exception>
    public static byte[] Fill(Stream template, IReadOnlyDictionary<string, string> words, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>? lists = null)
    {
        using var output = new MemoryStream();
        template.CopyTo(output);
        using (var archive = new ZipArchive(output, ZipArchiveMode.Update, leaveOpen: true))
        {
            if (archive.GetEntry("word/document.xml") is null) throw new InvalidDataException("No main part.");
            var parts = archive.Entries.Where(e => Texts().IsMatch(e.FullName)).ToList();
            if (parts.Sum(part => part.Length) > LargestText) throw new InvalidDataException("Too large.");
            foreach (var entry in parts) Fill(entry, words, lists ?? new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>());
        }
        return output.ToArray();
    }

    private static void Fill(ZipArchiveEntry entry, IReadOnlyDictionary<string, string> words, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> lists)
    {
        using var part = entry.Open();
        XDocument document;
        try
        {
            using (var scan = XmlReader.Create(part))
                while (scan.Read())
                    if (scan.Depth > Deepest) throw new InvalidDataException("Too deep.");
            part.Position = 0;
            using var reader = XmlReader.Create(part);   // refuses document types
            document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException damage)
        {
            throw new InvalidDataException("No XML.", damage);
        }
        foreach (var row in document.Descendants(W + "tr").ToList())
        {
            if (Place().Matches(row.Value).Select(place => place.Groups["list"].Value).FirstOrDefault(lists.ContainsKey) is not { } list) continue;
            foreach (var line in lists[list])
            {
                var copy = new XElement(row);
                foreach (var paragraph in copy.Descendants(W + "p")) Fill(paragraph, name => name.StartsWith(list + ".", StringComparison.Ordinal) ? line.GetValueOrDefault(name[(list.Length + 1)..]) : null);
                row.AddBeforeSelf(copy);
            }
            row.Remove();
        }
        foreach (var paragraph in document.Descendants(W + "p")) Fill(paragraph, words.GetValueOrDefault);
        part.SetLength(0);
        document.Save(part, SaveOptions.DisableFormatting);
    }

    private static void Fill(XElement paragraph, Func<string, string?> say)
    {
        var texts = paragraph.Descendants(W + "t").ToList();
        foreach (var place in Place().Matches(string.Concat(texts.Select(text => text.Value))).Reverse())
        {
            if (say(place.Groups["name"].Value) is not { } words) continue;
            var (start, said) = (0, false);
            foreach (var text in texts)
            {
                var (length, from, to) = (text.Value.Length, Math.Max(place.Index - start, 0), Math.Min(place.Index + place.Length - start, text.Value.Length));
                if (from < to)
                {
                    text.Value = text.Value[..from] + (said ? "" : XmlText.Clean(words)) + text.Value[to..];
                    text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
                    said = true;
                }
                start += length;
            }
        }
        foreach (var text in texts.Where(text => text.Value.Contains('\n', StringComparison.Ordinal)))
            text.ReplaceWith(text.Value.Split('\n').SelectMany((line, i) => (XElement[])[.. i == 0 ? [] : new[] { new XElement(W + "br") }, new(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), line.TrimEnd('\r'))]));
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(content);
    }

    [GeneratedRegex(@"\{\{(?<name>(?:(?<list>\w+)\.)?\w+)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"^word/(document|header\d*|footer\d*)\.xml$", RegexOptions.NonBacktracking)]
    private static partial Regex Texts();
}
