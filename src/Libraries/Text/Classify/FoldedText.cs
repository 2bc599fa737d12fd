using System.Buffers;

namespace Linli.Text;

/// <summary>A text as the classifier reads it: letters folded, every digit '0' unless asked to keep them apart, everything else one blank; and where each character came from.</summary>
internal readonly ref struct FoldedText : IDisposable
{
    readonly char[] characters;
    readonly int[] sources;

    /// <param name="text">The text as written.</param>
    /// <param name="limit">How many folded characters to keep: what a text is about is said early.</param>
    /// <param name="digitsApart">Whether 3 is another digit than 5: it is where texts are compared, not where they are classed.</param>
    public FoldedText(string text, int limit, bool digitsApart = false)
    {
        var most = Math.Min(text.Length, limit);
        characters = ArrayPool<char>.Shared.Rent(most);
        sources = ArrayPool<int>.Shared.Rent(most);
        var last = ' ';
        for (var i = 0; i < text.Length && Length < most; i++)
        {
            var c = Classed(text[i], digitsApart);
            if (c == ' ' && last == ' ') continue;
            sources[Length] = i;
            characters[Length++] = last = c;
        }
    }

    public int Length { get; }

    public ReadOnlySpan<char> Characters => characters.AsSpan(0, Length);

    /// <summary>Where the folded character stood in the text as written.</summary>
    public int Source(int index) => sources[index];

    static char Classed(char c, bool digitsApart)
    {
        c = Folding.Fold(c);
        if (Folding.IsHan(c) || c is >= 'a' and <= 'z') return c;
        return char.IsDigit(c) ? digitsApart ? c : '0' : char.IsLetter(c) ? c : ' ';
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<int>.Shared.Return(sources);
    }
}
