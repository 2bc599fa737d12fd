namespace Linli.Platform.Secrets;

/// <summary>A value was encrypted with a key that the ring does not hold: the ring of another installation, or one restored without its former keys.</summary>
public sealed class UnknownKeyException(uint keyId)
    : InvalidOperationException($"The key ring holds no key {keyId:x8}. Restore the ring that this data was written with.")
{
    /// <summary>The id written in the value.</summary>
    public uint KeyId { get; } = keyId;
}
