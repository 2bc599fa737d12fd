namespace Linli.Platform.Formats;

/// <summary>What people type on a phone keyboard, brought into the form that codes and numbers have.</summary>
internal static class Typed
{
    private const int FullWidthOffset = '！' - '!';

    /// <summary>Full-width letters and digits become ASCII; spaces and hyphens go; letters are upper case.</summary>
    public static string Clean(string? typed) => string.Concat((typed ?? "")
        .Select(c => c is >= '！' and <= '～' ? (char)(c - FullWidthOffset) : c)
        .Where(c => !char.IsWhiteSpace(c) && c != '-')
        .Select(char.ToUpperInvariant));
}
