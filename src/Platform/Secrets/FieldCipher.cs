using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Linli.Platform.Secrets;

/// <summary>
/// Encrypts single fields (AES-256-GCM), makes fingerprints to search them by, and signs. The purpose (<c>cases.reporter.phone</c>) is bound to the
/// value: a value copied to another column does not decrypt. Nonces are random, so one key is good for 2³² values (NIST SP 800-38D, 8.3).
/// </summary>
public sealed class FieldCipher(KeyRing ring)
{
    private const byte Version = 1;
    internal const int HeaderLength = Header;
    private const int Header = 5, Nonce = 12, Tag = 16, Overhead = Header + Nonce + Tag;

    /// <summary>Encrypts. Layout: version (1 byte), key id (4, big-endian), nonce (12), tag (16), ciphertext.</summary>
    public byte[] Protect(string text, string purpose)
    {
        var key = ring.Keys.Current;
        var sealedValue = new byte[Overhead + Encoding.UTF8.GetByteCount(text)];
        sealedValue[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(sealedValue.AsSpan(1), key.Id);
        var parts = new Parts(sealedValue);
        RandomNumberGenerator.Fill(parts.Nonce);
        using var aes = new AesGcm(key.Key, Tag);
        aes.Encrypt(parts.Nonce, Encoding.UTF8.GetBytes(text), parts.Ciphertext, parts.Tag, BoundTo(parts.Header, purpose));
        return sealedValue;
    }

    /// <summary>Decrypts what <see cref="Protect"/> made for the same purpose.</summary>
    /// <exception cref="UnknownKeyException">The ring lacks the key.</exception>
    /// <exception cref="CryptographicException">The value was altered, cut, or made for another purpose.</exception>
    public string Unprotect(byte[] value, string purpose)
    {
        var key = ring.Find(KeyIdOf(value));
        var parts = new Parts(value);
        var plain = new byte[parts.Ciphertext.Length];
        using var aes = new AesGcm(key.Key, Tag);
        aes.Decrypt(parts.Nonce, parts.Ciphertext, parts.Tag, plain, BoundTo(parts.Header, purpose));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Whether the value was encrypted with another key than the current one.</summary>
    public bool NeedsRotation(byte[] value) => KeyIdOf(value) != ring.CurrentKeyId;

    /// <summary>What the values of the current key begin with.</summary>
    internal byte[] CurrentHeader()
    {
        var header = new byte[Header];
        header[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(1), ring.CurrentKeyId);
        return header;
    }

    /// <summary>32 bytes that are equal for equal texts of one purpose (HMAC-SHA256); rotation does not change them. Normalise the text first.</summary>
    public byte[] Fingerprint(string normalised, string purpose)
        => HMACSHA256.HashData(ring.Keys.Fingerprint, Encoding.UTF8.GetBytes($"{purpose}\0{normalised}"));

    /// <summary>32 bytes that only the holder of the ring can make (HMAC-SHA256); rotation does not change them.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => HMACSHA256.HashData(ring.Keys.Signature, data);

    private static uint KeyIdOf(byte[] value) => value.Length >= Overhead && value[0] == Version
        ? BinaryPrimitives.ReadUInt32BigEndian(value.AsSpan(1))
        : throw new CryptographicException("This is not an encrypted field of a known version.");

    private static byte[] BoundTo(ReadOnlySpan<byte> header, string purpose) => [.. header, .. Encoding.UTF8.GetBytes(purpose)];

    private readonly ref struct Parts(Span<byte> value)
    {
        public Span<byte> Header { get; } = value[..FieldCipher.Header];
        public Span<byte> Nonce { get; } = value.Slice(FieldCipher.Header, FieldCipher.Nonce);
        public Span<byte> Tag { get; } = value.Slice(FieldCipher.Header + FieldCipher.Nonce, FieldCipher.Tag);
        public Span<byte> Ciphertext { get; } = value[Overhead..];
    }
}
