using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Linli.Identity.SecondFactor;

/// <summary>Time-based one-time passwords: RFC 6238 with HMAC-SHA1, 30 seconds, six digits, which is what every authenticator app knows.</summary>
internal static class Totp
{
    public const int Digits = 6;
    private const int Period = 30, SecretLength = 20;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / Period;

    /// <summary>The code of a time step (RFC 4226, 5.3).</summary>
    public static string Code(byte[] secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8], hash = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        HMACSHA1.HashData(secret, counter, hash);   // the RFC's hash; as a keyed hash it is sound
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fffffff;
        return (number % (long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step that a code belongs to: now, or one before or after for clocks that differ. Null when it is wrong, or used up by <paramref name="last"/>.</summary>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now, long last)
    {
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (step > last && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.UTF8.GetBytes(code))) return step;
        return null;
    }

    /// <summary>The address that a phone reads from the QR code.</summary>
    public static string Address(string site, string userName, byte[] secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(userName)}?secret={Base32(secret)}&issuer={Uri.EscapeDataString(site)}";

    /// <summary>RFC 4648 without padding; the length must be a multiple of five.</summary>
    public static string Base32(byte[] bytes)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder();
        foreach (var five in bytes.Chunk(5))
        {
            var bits = five.Aggregate(0L, (all, b) => all << 8 | b);
            for (var shift = 35; shift >= 0; shift -= 5) text.Append(Alphabet[(int)(bits >> shift) & 31]);
        }
        return text.ToString();
    }
}
