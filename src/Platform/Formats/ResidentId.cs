using System.Globalization;

namespace Linli.Platform.Formats;

/// <summary>
/// Resident identity numbers (GB 11643): division (6), date of birth (8), sequence (3), check character (ISO 7064, MOD 11-2).
/// The cards of permanent foreign residents (from 2023, first digit 9) follow the same rule.
/// </summary>
public static class ResidentId
{
    private const string CheckCharacters = "10X98765432";

    /// <summary>The 18 characters, X upper case, out of what a person typed, or null.</summary>
    public static string? Read(string? typed)
    {
        var number = Typed.Clean(typed);
        return number.Length == 18 && number[0] != '0' && number.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') < 0
            && BirthDate(number) is not null && number[17] == CheckCharacter(number) ? number : null;
    }

    /// <summary>The date of birth written in a number of 18 characters, or null where it is no date.</summary>
    public static DateOnly? BirthDate(string number)
        => DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static char CheckCharacter(string number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum = (sum + number[i] - '0') * 2 % 11;
        return CheckCharacters[sum];
    }
}
