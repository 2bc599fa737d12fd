using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Linli.Platform.Secrets;

/// <summary>Random secrets handed out once (follow-up links, API keys). Only their hash is stored; with 160 bits a plain SHA-256 cannot be guessed back.</summary>
public static class Tokens
{
    /// <summary>A new token: 27 characters that need no escaping in a URL.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(20));

    /// <summary>The 32 bytes to store and to look up by.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Compares in constant time.</summary>
    public static bool Matches(string token, ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(Hash(token), hash);
}
