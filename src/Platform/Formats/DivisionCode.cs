namespace Linli.Platform.Formats;

/// <summary>
/// The shape of division codes: province (2 digits), city (4), district (6; GB/T 2260), street (9), community (12; statistical codes),
/// and grid (15; three digits of our own). A shorter code is the prefix of all that lies in it.
/// </summary>
public static class DivisionCode
{
    /// <summary>Whether the text has the shape of a code; it says nothing of whether the division exists.</summary>
    public static bool IsWellFormed(string? code)
        => code is { Length: 2 or 4 or 6 or 9 or 12 or 15 } && code[0] != '0' && code.All(char.IsAsciiDigit);

    /// <summary>The code of the division one level up, or null for a province and for what is no code.</summary>
    public static string? Parent(string code) => !IsWellFormed(code) ? null : code.Length switch
    {
        2 => null,
        4 or 6 => code[..^2],
        _ => code[..^3],
    };
}
