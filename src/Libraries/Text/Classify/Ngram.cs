namespace Linli.Text;

/// <summary>Hashes of character n-grams, built one character at a time; an n-gram never crosses a blank.</summary>
internal static class Ngram
{
    /// <summary>Most Chinese words have two characters, and longer n-grams mostly know the texts of training by heart.</summary>
    public const int Longest = 2;

    public const uint Start = 7;

    public static uint Append(uint hash, char next)
    {
        hash = (hash ^ next) * 0x9E3779B1u;
        return hash ^ (hash >> 15);
    }

    public static uint Of(ReadOnlySpan<char> characters)
    {
        var hash = Start;
        foreach (var c in characters) hash = Append(hash, c);
        return hash;
    }
}
