namespace Linli.Platform.Tests.Files;

/// <summary>What must not survive: marks put into every place of a photo that can hold them, and EXIF with a position and an orientation.</summary>
internal static class TellTale
{
    public static ReadOnlySpan<byte> Mark => "SECRET"u8;

    /// <summary>A TIFF structure: orientation, maker (the mark), and a pointer to a GPS directory with the mark as its map datum.</summary>
    public static byte[] Tiff(byte orientation, bool little = false) => little
        ? [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. Mark]
        :
        [
            .. "MM\0*"u8, 0, 0, 0, 8, 0, 3,
            0x01, 0x0F, 0, 2, 0, 0, 0, 6, 0, 0, 0, 68,              // Make → offset 68
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 50,              // GPS directory → offset 50
            0, 0, 0, 0,
            0, 1, 0, 0x12, 0, 2, 0, 0, 0, 6, 0, 0, 0, 68, 0, 0, 0, 0,
            .. Mark,
        ];
}
