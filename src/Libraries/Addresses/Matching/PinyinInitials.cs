using System.Text;

namespace Linli.Addresses;

/// <summary>
/// The first letters of a name in pinyin. GB 2312 keeps its 3,755 commoner characters in the order of their pinyin, so the place of a character
/// there gives its letter; a rarer character gives none, and one with two readings gives the commoner.
/// </summary>
internal static class PinyinInitials
{
    private const string Letters = "ABCDEFGHJKLMNOPQRSTWXYZ";
    private const int End = 0xD7FA;

    /// <summary>Where each letter begins in GB 2312.</summary>
    private static readonly int[] Begins =
        [0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1];

    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>One character for each of the name: its letter, itself if it is a letter or digit, '?' where unknown.</summary>
    public static string Of(string name) => string.Create(name.Length, name, (initials, from) =>
    {
        for (var i = 0; i < from.Length; i++) initials[i] = Of(from[i]);
    });

    private static char Of(char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) return char.ToUpperInvariant(c);
        Span<byte> bytes = stackalloc byte[4];
        if (Gb2312.GetBytes([c], bytes) != 2) return '?';
        var code = bytes[0] << 8 | bytes[1];
        if (code < Begins[0] || code >= End) return '?';
        var at = Array.BinarySearch(Begins, code);
        return Letters[at >= 0 ? at : ~at - 1];
    }
}
