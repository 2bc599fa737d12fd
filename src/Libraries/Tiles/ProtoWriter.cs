using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Linli.Tiles;

/// <summary>Writes the few parts of Protocol Buffers that vector tiles are made of.</summary>
internal sealed class ProtoWriter
{
    private const int Varint = 0, Fixed64 = 1, Delimited = 2;

    private readonly ArrayBufferWriter<byte> output = new();

    public byte[] ToArray() => output.WrittenSpan.ToArray();

    public void Number(int field, ulong value)
    {
        Write((uint)field << 3 | Varint);
        Write(value);
    }

    public void Real(int field, double value)
    {
        Write((uint)field << 3 | Fixed64);
        BinaryPrimitives.WriteDoubleLittleEndian(output.GetSpan(sizeof(double)), value);
        output.Advance(sizeof(double));
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Message(int field, ProtoWriter message) => Bytes(field, message.output.WrittenSpan);

    public void Packed(int field, IEnumerable<uint> values)
    {
        var inner = new ProtoWriter();
        foreach (var value in values) inner.Write(value);
        Message(field, inner);
    }

    /// <summary>Small numbers of either sign as small numbers: 0, -1, 1, -2 become 0, 1, 2, 3.</summary>
    public static ulong ZigZag(long value) => (ulong)(value << 1 ^ value >> 63);

    private void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Write((uint)field << 3 | Delimited);
        Write((ulong)value.Length);
        output.Write(value);
    }

    private void Write(ulong value)
    {
        var span = output.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7) span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        output.Advance(length);
    }
}
