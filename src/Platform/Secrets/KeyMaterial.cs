using System.Security.Cryptography;

namespace Linli.Platform.Secrets;

/// <summary>What is kept of a key ring, in its file or in configuration: 32 random bytes each, in base64.</summary>
internal sealed record KeyMaterial
{
    public const int Size = 32;

    /// <summary>Never rotates: fingerprints and signatures are derived from it.</summary>
    public byte[] Root { get; init; } = [];

    /// <summary>New values are encrypted with this one.</summary>
    public byte[] Current { get; init; } = [];

    /// <summary>Older values can still be read with these.</summary>
    public byte[][] Former { get; init; } = [];

    public static KeyMaterial New() => new() { Root = Secret(), Current = Secret() };

    public KeyMaterial Rotated() => this with { Current = Secret(), Former = [Current, .. Former] };

    public KeyMaterial Checked(string source)
    {
        if (Former.Append(Root).Append(Current).Any(secret => secret.Length != Size))
            throw new InvalidOperationException($"{source}: Root, Current and each of Former must be {Size} bytes in base64.");
        return this;
    }

    private static byte[] Secret() => RandomNumberGenerator.GetBytes(Size);
}
