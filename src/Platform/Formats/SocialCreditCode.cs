namespace Linli.Platform.Formats;

/// <summary>
/// Unified social credit codes of organisations (GB 32100-2015): registrar (1), kind (1), division (6 digits), organisation (9), check character.
/// The check is MOD 31 over weights 3^i mod 31, in an alphabet without I, O, S, V and Z.
/// </summary>
public static class SocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>The 18 characters, upper case, out of what a person typed, or null.</summary>
    public static string? Read(string? typed)
    {
        var code = Typed.Clean(typed);
        return code.Length == 18 && code.AsSpan().IndexOfAnyExcept(Alphabet) < 0
            && code.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') < 0 && code[17] == CheckCharacter(code) ? code : null;
    }

    private static char CheckCharacter(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in code.AsSpan(0, 17))
        {
            sum += Alphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - sum % 31) % 31];
    }
}
