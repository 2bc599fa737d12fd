namespace Linli.Platform.Tests.Files;

/// <summary>A GIF of 640 × 480 with two colours, one frame, and marks wherever one can be hidden.</summary>
internal static class SampleGif
{
    private static byte[] Head(byte width) => [.. "GIF89a"u8, width, 2, 0xE0, 1, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
    private static byte[] Repetition => [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0];
    private static byte[] Timing => [0x21, 0xF9, 4, 0, 10, 0, 0, 0];
    private static byte[] Frame => [0x2C, 0, 0, 0, 0, 0x80, 2, 0xE0, 1, 0, 2, 3, 0x3B, 0x21, 0x2C, 0];

    public static byte[] Of(byte width = 0x80) =>
    [
        .. Head(width), .. Repetition,
        0x21, 0xFE, 6, .. TellTale.Mark, 0,
        0x21, 0xFF, 11, .. "XMP DataXMP"u8, 6, .. TellTale.Mark, 0,
        .. Timing, .. Frame, 0x3B,
        .. TellTale.Mark,
    ];

    public static byte[] Clean() => [.. Head(0x80), .. Repetition, .. Timing, .. Frame, 0x3B];
}
