using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Linli.Platform.Secrets;

/// <summary>One encryption key. Its id is derived from the secret, so a wrong secret can never pass under a known id.</summary>
internal sealed record FieldKey(uint Id, byte[] Key)
{
    public static FieldKey From(byte[] secret)
        => new(BinaryPrimitives.ReadUInt32BigEndian(Derive(secret, "linli key id v1")), Derive(secret, "linli field encryption v1"));

    /// <summary>HKDF-SHA256 (RFC 5869) with the label as info: keys of different use never meet.</summary>
    public static byte[] Derive(byte[] secret, string label)
        => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyMaterial.Size, info: System.Text.Encoding.UTF8.GetBytes(label));
}
