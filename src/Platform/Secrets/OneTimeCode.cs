using System.Globalization;
using System.Security.Cryptography;
using Linli.Platform.Formats;

namespace Linli.Platform.Secrets;

/// <summary>
/// The six digits sent to a phone. A million possibilities are guessed in no time: store <see cref="FieldCipher.Fingerprint"/> of it with a purpose
/// that names the sign-in attempt, never a plain hash, and count the tries.
/// </summary>
public static class OneTimeCode
{
    /// <summary>A new code, leading zeros kept.</summary>
    public static string New() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The six digits out of what a person typed (spaces and full-width digits allowed), or null.</summary>
    public static string? Read(string? typed)
        => Typed.Clean(typed) is { Length: 6 } code && code.All(char.IsAsciiDigit) ? code : null;
}
