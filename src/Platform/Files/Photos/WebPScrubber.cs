using System.Buffers.Binary;

namespace Linli.Platform.Files.Photos;

/// <summary>
/// Copies the chunks that a still WebP needs to be shown (RFC 9649) and corrects the flags. EXIF (its orientation too: Chromium does not heed it here),
/// XMP, unknown chunks and anything behind the end are left out. Animations are refused: their frames can hide further chunks.
/// </summary>
internal static class WebPScrubber
{
    private const int RiffHeader = 12, ExtendedLength = 10;
    private const byte ExifFlag = 0x08, XmpFlag = 0x04, AnimationFlag = 0x02;

    public static PixelSize? Scrub(ReadOnlySpan<byte> webP, Stream clean)
    {
        var start = clean.Position;
        var riff = new ByteReader(webP);
        if (!riff.TryTake(RiffHeader, out var head) || !head.StartsWith("RIFF"u8) || !head[8..].SequenceEqual("WEBP"u8)) return null;
        if (!riff.TryTake(BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) - 4L, out var body)) return null;
        clean.Write(head);
        var (canvas, picture) = (default(PixelSize?), default(PixelSize?));
        var reader = new ByteReader(body);
        while (WebPChunk.TryRead(ref reader, out var chunk))
        {
            if (chunk.Is("VP8X"u8))
            {
                if (canvas is not null || picture is not null || chunk.Data.Length != ExtendedLength || (chunk.Data[0] & AnimationFlag) != 0) return null;
                canvas = SizeIn(chunk.Data);
                WebPChunk.Write(clean, "VP8X"u8, [(byte)(chunk.Data[0] & ~(ExifFlag | XmpFlag)), .. chunk.Data[1..]]);
            }
            else if (chunk.Is("VP8 "u8) || chunk.Is("VP8L"u8))
            {
                if (picture is not null || (picture = chunk.PictureSize()) is null) return null;
                chunk.CopyTo(clean);
            }
            else if (canvas is not null && (chunk.Is("ICCP"u8) || chunk.Is("ALPH"u8))) chunk.CopyTo(clean);
        }
        if (picture is null || (canvas ?? picture) != picture || reader.Rest.Length > 0) return null;
        CorrectLength(clean, start);
        return picture;
    }

    private static PixelSize SizeIn(ReadOnlySpan<byte> extended) => new(1 + Int24(extended[4..]), 1 + Int24(extended[7..]));

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    private static void CorrectLength(Stream clean, long start)
    {
        const int riffAndLength = 8;
        var end = clean.Position;
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(end - start - riffAndLength));
        clean.Position = start + 4;
        clean.Write(length);
        clean.Position = end;
    }
}
