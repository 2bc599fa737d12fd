namespace Linli.Platform.Tests.Files;

/// <summary>A PNG of 640 × 480 with a mark wherever one can be hidden. Check sums are zero: they are carried over, not made.</summary>
internal static class SamplePng
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Of(int width = 640, int height = 480) =>
    [
        .. Signature,
        .. Chunk("IHDR"u8, [.. Bytes.BigEndian(width), .. Bytes.BigEndian(height), 8, 2, 0, 0, 0]),
        .. Chunk("sRGB"u8, [0]),
        .. Chunk("eXIf"u8, TellTale.Tiff(1)),
        .. Chunk("tEXt"u8, [.. "Comment\0"u8, .. TellTale.Mark]),
        .. Chunk("iTXt"u8, [.. "XML:com.adobe.xmp\0"u8, .. TellTale.Mark]),
        .. Chunk("zTXt"u8, TellTale.Mark),
        .. Chunk("tIME"u8, TellTale.Mark),
        .. Chunk("prIv"u8, TellTale.Mark),
        .. Chunk("IDAT"u8, "pixels"u8),
        .. Chunk("IDAT"u8, "more pixels"u8),
        .. Chunk("IEND"u8, []),
        .. TellTale.Mark,
    ];

    public static byte[] Clean() =>
    [
        .. Signature,
        .. Chunk("IHDR"u8, [.. Bytes.BigEndian(640), .. Bytes.BigEndian(480), 8, 2, 0, 0, 0]),
        .. Chunk("sRGB"u8, [0]),
        .. Chunk("IDAT"u8, "pixels"u8),
        .. Chunk("IDAT"u8, "more pixels"u8),
        .. Chunk("IEND"u8, []),
    ];

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data) => [.. Bytes.BigEndian(data.Length), .. type, .. data, 0, 0, 0, 0];
}
