using System.Text;

namespace Linli.Platform.Texts;

/// <summary>Text from other systems: UTF-8, or GB 18030 as Chinese software still writes it.</summary>
public static class ChineseText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    /// <summary>Decodes bytes; a mark at the beginning is left out, bytes that are neither encoding become replacement characters.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Utf8.GetString(bytes) : Gb18030.GetString(bytes);
    }
}
