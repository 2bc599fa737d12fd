using System.Text;

namespace Linli.Platform.Files;

/// <summary>Text and CSV: UTF-8, or GB 18030 as Chinese spreadsheets still write it, without control characters.</summary>
internal static class PlainText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Recognition Recognise(Stream content)
        => IsText(content, Utf8) ? FileFormat.Utf8Text
        : IsText(content, Gb18030) ? FileFormat.ChineseText
        : FileRefusal.UnknownType;

    private static bool IsText(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 32 << 10, leaveOpen: true);
        var characters = new char[32 << 10];
        try
        {
            for (var read = reader.Read(characters); read > 0; read = reader.Read(characters))
                if (characters.AsSpan(0, read).ContainsAny(Controls)) return false;
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;   // the only way a strict decoder has of saying so
        }
    }

    private static readonly System.Buffers.SearchValues<char> Controls = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f'))]);
}
