using System.Buffers.Binary;

namespace Linli.Platform.Files.Photos;

/// <summary>One marker segment of a JPEG (ITU-T T.81, annex B).</summary>
internal readonly ref struct JpegSegment(byte marker, ReadOnlySpan<byte> payload)
{
    public const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA;

    public byte Marker { get; } = marker;

    public ReadOnlySpan<byte> Payload { get; } = payload;

    public static bool TryRead(ref ByteReader reader, out JpegSegment segment)
    {
        segment = default;
        if (!reader.TryTake(out var mark) || mark != 0xFF) return false;
        while (mark == 0xFF)
            if (!reader.TryTake(out mark)) return false;    // fill bytes may stand before a marker
        if (mark is StartOfImage or EndOfImage)
        {
            segment = new(mark, default);
            return true;
        }
        if (!reader.TryTake(2, out var length) || !reader.TryTake(BinaryPrimitives.ReadUInt16BigEndian(length) - 2, out var payload)) return false;
        segment = new(mark, payload);
        return true;
    }

    /// <summary>Takes the compressed data behind a start of scan: up to the next marker that is neither a stuffed zero nor a restart.</summary>
    public static bool TryReadScan(ref ByteReader reader, out ReadOnlySpan<byte> scan)
    {
        var rest = reader.Rest;
        scan = default;
        for (var at = 0; ;)
        {
            var step = rest[at..].IndexOf((byte)0xFF);
            at += step;
            if (step < 0 || at + 1 >= rest.Length) return false;
            switch (rest[at + 1])
            {
                case 0x00 or (>= 0xD0 and <= 0xD7): at += 2; break;
                case 0xFF: at++; break;
                default: return reader.TryTake(at, out scan);
            }
        }
    }

    public static void Write(Stream target, byte marker, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(payload.Length + 2));
        target.Write(head);
        target.Write(payload);
    }
}
