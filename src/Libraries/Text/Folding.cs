namespace Linli.Text;

/// <summary>Makes characters that people use alike equal: full-width to half-width, upper to lower case.</summary>
internal static class Folding
{
    const char FirstFullWidth = '\uFF01', LastFullWidth = '\uFF5E';

    public static char Fold(char c)
    {
        if (IsHan(c)) return c;
        if (c is >= FirstFullWidth and <= LastFullWidth) c = (char)(c - FirstFullWidth + '!');
        return char.ToLowerInvariant(c);
    }

    /// <summary>The common and extension A blocks, and 〇, which Unicode keeps elsewhere.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '\u3007';
}
