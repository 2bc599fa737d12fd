using System.Text;
using Linli.Platform.Export;

namespace Linli.Platform.Tests.Export;

public sealed class WordTemplateTests
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void A_place_that_Word_has_cut_into_runs_is_filled_and_what_nobody_knows_stays()
    {
        var filled = WordTemplate.Fill(Document("<w:p><w:r><w:t>{{na</w:t></w:r><w:r><w:t>me}}，{{other}}</w:t></w:r></w:p>"), new Dictionary<string, string> { ["name"] = "甲 & 乙" });
        Assert.Contains("甲 &amp; 乙", Text(filled), StringComparison.Ordinal);
        Assert.Contains("{{other}}", Text(filled), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_nested_without_end_is_refused()
    {
        const int deep = 50_000;
        var nested = string.Concat(Enumerable.Repeat("<w:tr>", deep)) + string.Concat(Enumerable.Repeat("</w:tr>", deep));
        Assert.Throws<InvalidDataException>(() => WordTemplate.Fill(Document(nested), new Dictionary<string, string>()));
    }

    private static MemoryStream Document(string body) =>
        new(WordTemplate.Pack(new MemoryStream(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Main}\"><w:body>{body}</w:body></w:document>"))));

    private static string Text(byte[] document)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(document));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }
}
