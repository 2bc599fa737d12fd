namespace Linli.Platform.Files.Photos;

/// <summary>Walks over bytes that cannot be trusted: it never reads past the end, it says so.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; private set; }

    public readonly ReadOnlySpan<byte> Rest => bytes[Position..];

    public bool TryTake(long count, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (count < 0 || count > bytes.Length - Position) return false;
        taken = bytes.Slice(Position, (int)count);
        Position += (int)count;
        return true;
    }

    public bool TryTake(out byte value)
    {
        var there = TryTake(1, out var one);
        value = there ? one[0] : default;
        return there;
    }

    /// <summary>What was taken since a position.</summary>
    public readonly ReadOnlySpan<byte> Since(int start) => bytes[start..Position];
}
