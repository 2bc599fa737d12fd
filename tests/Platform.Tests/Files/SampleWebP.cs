namespace Linli.Platform.Tests.Files;

/// <summary>WebP photos of 640 × 480: a simple lossy one, and an extended lossless one with marks, flags for EXIF and XMP set.</summary>
internal static class SampleWebP
{
    private static byte[] Lossless => Chunk("VP8L"u8, [0x2F, .. Bytes.LittleEndian(639 | 479 << 14), 1, 2]);

    public static byte[] Simple() => Riff([.. Chunk("VP8 "u8, [0, 0, 0, 0x9D, 1, 0x2A, 0x80, 2, 0xE0, 1, 7])]);

    public static byte[] Extended(byte[] tiff, byte flags = 0x2C, byte width = 0x7F) =>
    [
        .. Riff([
            .. Head(flags, width), .. Chunk("ICCP"u8, "colours"u8), .. Lossless,
            .. Chunk("EXIF"u8, tiff), .. Chunk("XMP "u8, TellTale.Mark), .. Chunk("PRIV"u8, TellTale.Mark)]),
        .. TellTale.Mark,
    ];

    public static byte[] Clean() => Riff([.. Head(0x20, 0x7F), .. Chunk("ICCP"u8, "colours"u8), .. Lossless]);

    private static byte[] Head(byte flags, byte width) => Chunk("VP8X"u8, [flags, 0, 0, 0, width, 2, 0, 0xDF, 1, 0]);

    private static byte[] Riff(ReadOnlySpan<byte> chunks) => [.. "RIFF"u8, .. Bytes.LittleEndian(chunks.Length + 4), .. "WEBP"u8, .. chunks];

    private static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
        => [.. name, .. Bytes.LittleEndian(data.Length), .. data, .. new byte[data.Length % 2]];
}
