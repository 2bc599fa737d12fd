using System.Buffers.Binary;
using System.Text;
using Linli.Tiles;

namespace Linli.Libraries.Tests.Tiles;

/// <summary>A feature as a map reads it from a tile: points, lines, or rings with their last point left out.</summary>
internal sealed record ReadFeature(int Kind, List<List<(int X, int Y)>> Parts, Dictionary<string, object> Attributes);

/// <summary>Reads tiles by the letter of the specification, apart from the code that writes them.</summary>
internal static class TileReader
{
    public static Dictionary<string, List<ReadFeature>> Read(byte[] tile) =>
        Fields(tile).Where(field => field.Number == 3).Select(field => Layer(field.Bytes)).ToDictionary(layer => layer.Name, layer => layer.Features);

    private static (string Name, List<ReadFeature> Features) Layer(byte[] message)
    {
        var fields = Fields(message).ToList();
        Assert.Equal(2UL, Assert.Single(fields, field => field.Number == 15).Value);
        Assert.Equal((ulong)VectorTile.Extent, Assert.Single(fields, field => field.Number == 5).Value);
        var keys = fields.Where(field => field.Number == 3).Select(field => Encoding.UTF8.GetString(field.Bytes)).ToList();
        var values = fields.Where(field => field.Number == 4).Select(field => Value(field.Bytes)).ToList();
        return (Encoding.UTF8.GetString(Assert.Single(fields, field => field.Number == 1).Bytes),
            [.. fields.Where(field => field.Number == 2).Select(field => Feature(field.Bytes, keys, values))]);
    }

    private static ReadFeature Feature(byte[] message, List<string> keys, List<object> values)
    {
        var fields = Fields(message).ToDictionary(field => field.Number);
        var tags = Packed(fields[2].Bytes);
        return new((int)fields[3].Value, Parts([.. Packed(fields[4].Bytes)]), tags.Chunk(2).ToDictionary(tag => keys[(int)tag[0]], tag => values[(int)tag[1]]));
    }

    private static List<List<(int X, int Y)>> Parts(uint[] numbers)
    {
        var (parts, at) = (new List<List<(int X, int Y)>>(), (X: 0, Y: 0));
        for (var i = 0; i < numbers.Length;)
        {
            var (command, count) = (numbers[i] & 7, numbers[i++] >> 3);
            if (command == 7) continue;
            for (var step = 0; step < count; step++, i += 2)
            {
                at = (at.X + Signed(numbers[i]), at.Y + Signed(numbers[i + 1]));
                if (command == 1) parts.Add([]);
                parts[^1].Add(at);
            }
        }
        return parts;
    }

    private static object Value(byte[] message) => Assert.Single(Fields(message)) switch
    {
        (1, var bytes, _) => Encoding.UTF8.GetString(bytes),
        (3, var bytes, _) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        (5, _, var number) => (long)number,
        (6, _, var number) => (long)(number >> 1) ^ -(long)(number & 1),
        (7, _, var number) => number == 1,
        var (number, _, _) => throw new InvalidDataException($"value {number}"),
    };

    private static int Signed(uint number) => (int)(number >> 1) ^ -(int)(number & 1);

    private static List<uint> Packed(byte[] bytes)
    {
        var numbers = new List<uint>();
        for (var at = 0; at < bytes.Length;) numbers.Add((uint)Varint(bytes, ref at));
        return numbers;
    }

    private static IEnumerable<(int Number, byte[] Bytes, ulong Value)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var (number, wire) = ((int)(tag >> 3), (int)(tag & 7));
            if (wire == 0) yield return (number, [], Varint(message, ref at));
            else
            {
                var length = wire == 1 ? sizeof(double) : (int)Varint(message, ref at);
                yield return (number, message[at..(at += length)], 0);
            }
        }
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return value;
        }
    }
}
