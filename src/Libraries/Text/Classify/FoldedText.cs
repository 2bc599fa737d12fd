using System.Buffers;

namespace Linli.Text;

/// <summary>A text as the classifier reads it: letters folded, every digit '0', everything else one blank; and where each character came from.</summary>
internal readonly ref struct FoldedText : IDisposable
{
    readonly char[] characters;
    readonly int[] sources;

    /// <param name="text">The text as written.</param>
    /// <param name="limit">How many folded characters to keep: what a text is about is said early.</param>
    public FoldedText(string text, int limit)
    {
        var most = Math.Min(text.Length, limit);
        characters = ArrayPool<char>.Shared.Rent(most);
        sources = ArrayPool<int>.Shared.Rent(most);
        var last = ' ';
        for (var i = 0; i < text.Length && Length < most; i++)
        {
            var c = Classed(text[i]);
            if (c == ' ' && last == ' ') continue;
            sources[Length] = i;
            characters[Length++] = last = c;
        }
    }

    public int Length { get; }

    public ReadOnlySpan<char> Characters => characters.AsSpan(0, Length);

    /// <summary>Where the folded character stood in the text as written.</summary>
    public int Source(int index) => sources[index];

    static char Classed(char c)
    {
        c = Folding.Fold(c);
        if (Folding.IsHan(c) || c is >= 'a' and <= 'z') return c;
        return char.IsDigit(c) ? '0' : char.IsLetter(c) ? c : ' ';
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<int>.Shared.Return(sources);
    }
}
