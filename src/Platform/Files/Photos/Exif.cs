using System.Buffers.Binary;

namespace Linli.Platform.Files.Photos;

/// <summary>The one fact of EXIF that a photo needs to be shown: which way up it is (tag 0x0112, CIPA DC-008; 1 to 8, 1 is upright).</summary>
internal static class Exif
{
    public const int Upright = 1;
    private const int OrientationTag = 0x0112, Short = 3, EntryLength = 12;

    /// <summary>Reads the orientation out of a TIFF structure; upright where there is none or it makes no sense.</summary>
    public static int Orientation(ReadOnlySpan<byte> tiff)
    {
        var little = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || !(little || tiff.StartsWith("MM\0*"u8))) return Upright;
        var directory = Number(tiff[4..], 4, little);
        if (directory > tiff.Length - 2) return Upright;
        var entries = new ByteReader(tiff[(int)directory..]);
        entries.TryTake(2, out var count);
        for (var left = Number(count, 2, little); left > 0 && entries.TryTake(EntryLength, out var entry); left--)
        {
            if (Number(entry, 2, little) != OrientationTag || Number(entry[2..], 2, little) != Short) continue;
            return Number(entry[8..], 2, little) is >= 1 and <= 8 and var orientation ? (int)orientation : Upright;
        }
        return Upright;
    }

    /// <summary>Whether the photo is shown lying on its side, width for height.</summary>
    public static bool Turns(int orientation) => orientation >= 5;

    /// <summary>A TIFF structure of 26 bytes that says the orientation and nothing else.</summary>
    public static byte[] Minimal(int orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,                       // big-endian, first directory at 8
        0, 1,                                           // one entry:
        1, 0x12, 0, Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,                                     // no further directory
    ];

    private static uint Number(ReadOnlySpan<byte> bytes, int size, bool little) => (size, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
