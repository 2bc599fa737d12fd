using Linli.Platform.Export;

namespace Linli.Platform.Files;

/// <summary>A type of file that is taken: its media type, its kind, and the name endings it may be given when it is sent out (the first by default).</summary>
internal sealed record FileFormat(string MediaType, FileKinds Kind, params string[] Endings)
{
    public static readonly FileFormat Jpeg = new("image/jpeg", FileKinds.Photo, ".jpg", ".jpeg");
    public static readonly FileFormat Png = new("image/png", FileKinds.Photo, ".png");
    public static readonly FileFormat WebP = new("image/webp", FileKinds.Photo, ".webp");
    public static readonly FileFormat Gif = new("image/gif", FileKinds.Photo, ".gif");
    public static readonly FileFormat Pdf = new("application/pdf", FileKinds.Pdf, ".pdf");
    public static readonly FileFormat Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileKinds.Office, ".docx");
    public static readonly FileFormat Excel = new(ExcelFile.ContentType, FileKinds.Office, ".xlsx");
    public static readonly FileFormat Utf8Text = new("text/plain; charset=utf-8", FileKinds.Text, ".txt", ".csv", ".tsv");
    public static readonly FileFormat ChineseText = new("text/plain; charset=gb18030", FileKinds.Text, ".txt", ".csv", ".tsv");

    private static readonly FileFormat[] All = [Jpeg, Png, WebP, Gif, Pdf, Word, Excel, Utf8Text, ChineseText];

    public static FileFormat? Of(string mediaType) => Array.Find(All, format => format.MediaType == mediaType);

    /// <summary>The name with an ending that fits the content: text named <c>.html</c> or <c>.bat</c> goes out as <c>.txt</c>.</summary>
    public string Named(string name)
        => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? name : name + Endings[0];
}
