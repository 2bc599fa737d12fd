using System.Text.RegularExpressions;

namespace Linli.Cases.AskQuestions;

/// <summary>Finds the number to call in words: 119, 110, 120, 12345, or that of an office.</summary>
internal static partial class PhoneNumbers
{
    public static string? FirstIn(string? words) => words is not null && Number().Match(words) is { Success: true } found ? found.Value : null;

    [GeneratedRegex("[0-9]{3,4}-?[0-9]{7,8}|[0-9]{3,5}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
