namespace Linli.Platform.Tests.Files;

/// <summary>A JPEG of 640 × 480 with a mark wherever one can be hidden. The compressed data is made up: the container is what is tested.</summary>
internal static class SampleJpeg
{
    public static readonly byte[] Scan = [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0x00, 0x78];

    public static byte[] With(byte[] tiff, int width = 640, int height = 480) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 2, 1, .. TellTale.Mark]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. TellTale.Mark]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. "colours"u8]),
        .. Segment(0xE2, [.. "MPF\0"u8, .. TellTale.Mark]),
        .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. TellTale.Mark]),
        .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1, .. TellTale.Mark]),
        .. Segment(0xFE, TellTale.Mark),
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC2, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, new byte[20]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. Scan,
        0xFF, .. Segment(0xFE, TellTale.Mark),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. Scan,
        0xFF, 0xD9,
        .. TellTale.Mark,
    ];

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> payload)
        => [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];
}
