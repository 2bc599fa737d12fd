using System.Buffers.Binary;

namespace Linli.Platform.Files.Photos;

/// <summary>Copies the chunks that a PNG needs to be shown (W3C PNG, third edition). Texts, times, EXIF, makers' chunks, further frames and anything behind the end are left out.</summary>
internal static class PngScrubber
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PixelSize? Scrub(ReadOnlySpan<byte> png, Stream clean)
    {
        var reader = new ByteReader(png);
        if (!reader.TryTake(8, out var signature) || !signature.SequenceEqual(Signature)) return null;
        clean.Write(signature);
        var (size, pixels) = (default(PixelSize?), false);
        while (TryReadChunk(ref reader, out var type, out var chunk))
        {
            if (type.SequenceEqual("IHDR"u8) != size is null) return null;      // it must come first, and once
            if (size is null && (size = SizeIn(chunk)) is null) return null;
            if (IsKept(type)) clean.Write(chunk);
            else if (char.IsAsciiLetterUpper((char)type[0])) return null;       // critical and unknown: cannot be shown
            pixels |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("IEND"u8)) return pixels ? size : null;
        }
        return null;
    }

    private static bool TryReadChunk(ref ByteReader reader, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> chunk)
    {
        const int typeLength = 4, check = 4;
        var start = reader.Position;
        type = chunk = default;
        if (!reader.TryTake(4, out var length) || !reader.TryTake(typeLength, out type)) return false;
        if (!reader.TryTake(BinaryPrimitives.ReadUInt32BigEndian(length) + (long)check, out _)) return false;
        chunk = reader.Since(start);
        return true;
    }

    private static PixelSize? SizeIn(ReadOnlySpan<byte> header)
    {
        const int length = 4 + 4 + 13 + 4;
        return header.Length != length ? null
            : PixelSize.From(BinaryPrimitives.ReadInt32BigEndian(header[8..]), BinaryPrimitives.ReadInt32BigEndian(header[12..]));
    }

    private static bool IsKept(ReadOnlySpan<byte> type)
        => type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8)
        || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8)
        || type.SequenceEqual("iCCP"u8) || type.SequenceEqual("cICP"u8) || type.SequenceEqual("sBIT"u8) || type.SequenceEqual("bKGD"u8)
        || type.SequenceEqual("pHYs"u8);
}
