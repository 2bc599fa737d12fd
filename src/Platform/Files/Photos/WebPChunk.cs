using System.Buffers.Binary;

namespace Linli.Platform.Files.Photos;

/// <summary>One chunk of a WebP: name, length (little-endian), data, padded to an even length.</summary>
internal readonly ref struct WebPChunk
{
    public const int Header = 8;

    private ReadOnlySpan<byte> Name { get; init; }

    public ReadOnlySpan<byte> Data { get; private init; }

    public bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    public static bool TryRead(ref ByteReader reader, out WebPChunk chunk)
    {
        chunk = default;
        if (!reader.TryTake(Header, out var head)) return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        if (!reader.TryTake(length, out var data) || !reader.TryTake(length & 1, out _)) return false;
        chunk = new() { Name = head[..4], Data = data };
        return true;
    }

    public static void Write(Stream target, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        target.Write(name);
        target.Write(length);
        target.Write(data);
        if (data.Length % 2 == 1) target.WriteByte(0);
    }

    public void CopyTo(Stream target) => Write(target, Name, Data);

    /// <summary>The size that a VP8 key frame (RFC 6386, 9.1) or a VP8L header declares, or null where it is neither.</summary>
    public PixelSize? PictureSize()
    {
        const int fourteenBits = 0x3FFF;
        if (Is("VP8 "u8) && Data.Length >= 10 && (Data[0] & 1) == 0 && Data[3..] is [0x9D, 0x01, 0x2A, ..])
            return PixelSize.From(
                BinaryPrimitives.ReadUInt16LittleEndian(Data[6..]) & fourteenBits,
                BinaryPrimitives.ReadUInt16LittleEndian(Data[8..]) & fourteenBits);
        if (!Is("VP8L"u8) || Data.Length < 5 || Data[0] != 0x2F) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(Data[1..]);
        return new((int)(bits & fourteenBits) + 1, (int)(bits >> 14 & fourteenBits) + 1);
    }
}
