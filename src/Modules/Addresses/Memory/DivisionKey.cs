using System.Buffers.Binary;
using System.Globalization;

namespace Linli.StandardAddresses;

/// <summary>The key of a division in the library of addresses: its code as a number.</summary>
internal static class DivisionKey
{
    private const int Place = 8;

    public static Guid Of(string code)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes[Place..], long.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture));
        return new(bytes);
    }

    public static string CodeOf(Guid key)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes[Place..]).ToString(CultureInfo.InvariantCulture);
    }
}
