using System.Text.RegularExpressions;

namespace Linli.Cases.Channels;

/// <summary>Codes of channels: lower-case letters, digits and hyphens, at most 40.</summary>
internal static partial class ChannelCode
{
    public const string Pattern = "^[a-z0-9][a-z0-9-]{0,39}$";

    public static bool IsWellFormed(string? code) => code is not null && Form().IsMatch(code);

    [GeneratedRegex(Pattern, RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
