using System.Buffers.Binary;

namespace Linli.Platform.Files.Photos;

/// <summary>
/// Writes a JPEG anew from the segments that its pixels need. EXIF (with place and thumbnail), XMP, IPTC, comments, makers' segments,
/// the further pictures of some phones and anything behind the end are left out.
/// </summary>
internal static class JpegScrubber
{
    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    public static PixelSize? Scrub(ReadOnlySpan<byte> jpeg, Stream clean)
    {
        var reader = new ByteReader(jpeg);
        if (!reader.TryTake(2, out var start) || start is not [0xFF, JpegSegment.StartOfImage]) return null;
        clean.Write(start);
        var (size, orientation, scanned) = (default(PixelSize?), Exif.Upright, false);
        while (JpegSegment.TryRead(ref reader, out var segment))
        {
            switch (segment.Marker)
            {
                case 0xC0 or 0xC1 or 0xC2 when size is null && SizeIn(segment.Payload) is { } found:     // baseline, extended, progressive
                    size = found;
                    JpegSegment.Write(clean, segment.Marker, segment.Payload);
                    break;
                case 0xC4 or 0xDB or 0xDD:                                                               // tables, restart interval
                    JpegSegment.Write(clean, segment.Marker, segment.Payload);
                    break;
                case >= 0xE0 and <= 0xEF:
                    WriteApplicationSegment(clean, segment, ref orientation);
                    break;
                case 0xFE:                                                                               // comment
                    break;
                case JpegSegment.StartOfScan when size is not null && JpegSegment.TryReadScan(ref reader, out var scan):
                    JpegSegment.Write(clean, segment.Marker, segment.Payload);
                    clean.Write(scan);
                    scanned = true;
                    break;
                case JpegSegment.EndOfImage when scanned:
                    clean.Write([0xFF, JpegSegment.EndOfImage]);
                    return Exif.Turns(orientation) ? size!.Value.Turned : size;
                default:
                    return null;
            }
        }
        return null;
    }

    private static PixelSize? SizeIn(ReadOnlySpan<byte> frame) => frame.Length < 6 ? null
        : PixelSize.From(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));

    private static void WriteApplicationSegment(Stream clean, JpegSegment segment, ref int orientation)
    {
        const int jfif = 12, adobe = 12;
        var payload = segment.Payload;
        if (segment.Marker == 0xE0 && payload.StartsWith("JFIF\0"u8) && payload.Length >= jfif)
            JpegSegment.Write(clean, segment.Marker, [.. payload[..jfif], 0, 0]);                        // no thumbnail
        else if (segment.Marker == 0xE1 && payload.StartsWith(ExifName) && orientation == Exif.Upright)
        {
            orientation = Exif.Orientation(payload[ExifName.Length..]);
            if (orientation != Exif.Upright) JpegSegment.Write(clean, segment.Marker, [.. ExifName, .. Exif.Minimal(orientation)]);
        }
        else if (segment.Marker == 0xE2 && payload.StartsWith("ICC_PROFILE\0"u8))
            JpegSegment.Write(clean, segment.Marker, payload);                                           // else wide colours look dull
        else if (segment.Marker == 0xEE && payload.StartsWith("Adobe"u8) && payload.Length >= adobe)
            JpegSegment.Write(clean, segment.Marker, payload[..adobe]);                                  // says how colours are coded
    }
}
