using System.Buffers.Binary;

namespace Linli.Platform.Files.Photos;

/// <summary>Copies the frames of a GIF (89a) and the extensions that time and repeat them. Comments, texts, XMP and anything behind the end are left out.</summary>
internal static class GifScrubber
{
    private const byte Extension = 0x21, Frame = 0x2C, Trailer = 0x3B, TimingLabel = 0xF9, ApplicationLabel = 0xFF;

    public static PixelSize? Scrub(ReadOnlySpan<byte> gif, Stream clean)
    {
        var reader = new ByteReader(gif);
        if (!reader.TryTake(13, out var head) || !(head.StartsWith("GIF89a"u8) || head.StartsWith("GIF87a"u8))) return null;
        if (!TryTakeColours(ref reader, head[10])) return null;
        clean.Write(reader.Since(0));
        if (SizeIn(head[6..]) is not { } size) return null;
        var (start, frames) = (reader.Position, 0);
        for (; reader.TryTake(out var block); start = reader.Position)
        {
            switch (block)
            {
                case Frame when TryTakeFrame(ref reader, size):
                    clean.Write(reader.Since(start));
                    frames++;
                    break;
                case Extension when reader.TryTake(out var label) && TryTakeBlocks(ref reader):
                    if (IsKept(label, reader.Since(start))) clean.Write(reader.Since(start));
                    break;
                case Trailer when frames > 0:
                    clean.WriteByte(Trailer);
                    return size;
                default:
                    return null;
            }
        }
        return null;
    }

    private static bool IsKept(byte label, ReadOnlySpan<byte> extension)
    {
        const int repetition = 19;      // of exactly this length, or it carries something else
        return label == TimingLabel || (label == ApplicationLabel && extension.Length == repetition && extension[3..].StartsWith("NETSCAPE2.0"u8));
    }

    // A frame larger than the picture would get round the limit of pixels.
    private static bool TryTakeFrame(ref ByteReader reader, PixelSize picture)
        => reader.TryTake(9, out var place)
        && SizeIn(place[4..]) is { } frame && frame.Width <= picture.Width && frame.Height <= picture.Height
        && TryTakeColours(ref reader, place[8]) && reader.TryTake(out _) && TryTakeBlocks(ref reader);

    private static PixelSize? SizeIn(ReadOnlySpan<byte> size)
        => PixelSize.From(BinaryPrimitives.ReadUInt16LittleEndian(size), BinaryPrimitives.ReadUInt16LittleEndian(size[2..]));

    private static bool TryTakeColours(ref ByteReader reader, byte flags)
        => (flags & 0x80) == 0 || reader.TryTake(3 << ((flags & 7) + 1), out _);

    private static bool TryTakeBlocks(ref ByteReader reader)
    {
        while (reader.TryTake(out var length))
        {
            if (length == 0) return true;
            if (!reader.TryTake(length, out _)) return false;
        }
        return false;
    }
}
