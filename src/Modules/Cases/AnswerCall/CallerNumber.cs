using System.Text;
using Linli.Platform.Formats;

namespace Linli.Cases.AnswerCall;

/// <summary>Numbers that people call from: mobile numbers, and those of homes and offices, which get no messages.</summary>
internal static class CallerNumber
{
    private const int Shortest = 3, Longest = 16;

    /// <summary>The digits out of what the telephone system or a clerk wrote, or null.</summary>
    public static string? Read(string? typed)
    {
        if (MobileNumber.Read(typed) is { } mobile) return mobile;
        var digits = string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(letter => letter is not (' ' or '-' or '(' or ')')));
        return digits.Length is >= Shortest and <= Longest && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
