namespace Linli.Platform.Formats;

/// <summary>
/// Mobile numbers of mainland China: 11 digits, the first 1, the second 3 to 9. Also 100…, which no operator has:
/// the invented numbers of demonstrations and tests, so that no message can reach a stranger.
/// </summary>
public static class MobileNumber
{
    /// <summary>The 11 digits out of what a person typed (+86, 0086, spaces, hyphens and full-width digits allowed), or null.</summary>
    public static string? Read(string? typed)
    {
        var clean = Typed.Clean(typed);
        var number = clean.StartsWith("+86", StringComparison.Ordinal) ? clean[3..]
            : clean.StartsWith("0086", StringComparison.Ordinal) ? clean[4..]
            : clean.Length == 13 && clean.StartsWith("86", StringComparison.Ordinal) ? clean[2..]
            : clean;
        return number is (['1', >= '3' and <= '9', ..] or ['1', '0', '0', ..]) && number.Length == 11 && number.All(char.IsAsciiDigit) ? number : null;
    }
}
