namespace Linli.Addresses;

/// <summary>Makes characters that people use alike equal, one for one, so that places in the text stay what they are.</summary>
internal static class Folding
{
    private const string Dashes = "-‐‑‒–—―−－";

    /// <summary>Half-width capitals; any dash is '-', any blank ' '.</summary>
    public static char Fold(char c)
    {
        if (c is >= '\u4E00' and <= '\u9FFF') return c;
        if (Dashes.Contains(c)) return '-';
        if (c is >= '\uFF01' and <= '\uFF5E') c = (char)(c - '\uFF01' + '!');
        return char.IsWhiteSpace(c) ? ' ' : char.ToUpperInvariant(c);
    }

    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++) folded[i] = Fold(text[i]);
    }
}
