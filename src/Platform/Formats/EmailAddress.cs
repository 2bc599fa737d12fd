using System.Net.Mail;

namespace Linli.Platform.Formats;

/// <summary>A mail address as people type it.</summary>
public static class EmailAddress
{
    /// <summary>Longest address there is (RFC 5321, 4.5.3.1.3).</summary>
    public const int MaxLength = 254;

    /// <summary>The address in small letters, so that one mailbox is one text; null where it is none. Addresses with a display name are none.</summary>
    public static string? Read(string? typed)
    {
        var text = typed?.Trim();
        return text is { Length: > 0 and <= MaxLength } && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal)
            ? text.ToLowerInvariant() : null;
    }
}
