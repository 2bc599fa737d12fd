using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace Linli.Tiles;

/// <summary>
/// Pictures of a map in one file, PMTiles version 3 (github.com/protomaps/PMTiles, spec/v3). Opened once and read in place, also by several at
/// a time. Files of vector tiles are refused, for how they look is not said in them.
/// </summary>
public sealed class PictureArchive : IDisposable
{
    private const int HeaderLength = 127, Version = 3, Uncompressed = 1, Gzip = 2, Deepest = 3;
    private const int MostBytes = 16 << 20;

    private readonly SafeFileHandle file;
    private readonly (long At, long Length) root;
    private readonly long leaves, pictures;
    private readonly bool zipped;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">It is no PMTiles file of pictures.</exception>
    public PictureArchive(string path)
    {
        file = File.OpenHandle(path);
        try
        {
            var header = Read(0, HeaderLength);
            if (!header.AsSpan(0, 7).SequenceEqual("PMTiles"u8) || header[7] != Version) throw new InvalidDataException("It is no PMTiles file of version 3.");
            MediaType = header[99] switch { 2 => "image/png", 3 => "image/jpeg", 4 => "image/webp", 5 => "image/avif", _ => throw new InvalidDataException("It holds no pictures.") };
            zipped = header[97] switch { Uncompressed => false, Gzip => true, _ => throw new InvalidDataException("Its directories are compressed in a way that is not known.") };
            (root, leaves, pictures) = ((Number(8), Number(16)), Number(40), Number(56));

            long Number(int at) => BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(at));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What its pictures are, e.g. <c>image/png</c>.</summary>
    public string MediaType { get; }

    /// <summary>The picture of a tile; null where the file has none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public byte[]? Find(TileKey tile)
    {
        var (id, directory) = (IdOf(tile), root);
        for (var depth = 0; depth <= Deepest; depth++)
        {
            var entries = Directory(directory.At, directory.Length);
            var at = entries.FindLastIndex(entry => entry.Id <= id);
            if (at < 0) return null;
            var entry = entries[at];
            if (entry.Run > 0) return id < entry.Id + entry.Run ? Read(pictures + entry.Offset, entry.Length) : null;
            directory = (leaves + entry.Offset, entry.Length);
        }
        throw new InvalidDataException("Its directories lie too deep.");
    }

    /// <summary>The place of a tile among all: zoom by zoom, in each along a Hilbert curve.</summary>
    public static long IdOf(TileKey tile)
    {
        var (id, x, y) = (((1L << (2 * tile.Zoom)) - 1) / 3, tile.X, tile.Y);
        for (var side = 1 << tile.Zoom >> 1; side > 0; side >>= 1)
        {
            var (right, low) = ((x & side) > 0, (y & side) > 0);
            id += (long)side * side * ((right ? 3 : 0) ^ (low ? 1 : 0));
            if (low) continue;
            if (right) (x, y) = (side - 1 - x, side - 1 - y);
            (x, y) = (y, x);
        }
        return id;
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private List<Entry> Directory(long at, long length)
    {
        var bytes = Read(at, length);
        using Stream stream = zipped ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress) : new MemoryStream(bytes);
        var entries = new Entry[Checked(Varint(stream))];
        for (var (i, id) = (0, 0L); i < entries.Length; i++) entries[i].Id = id += Varint(stream);
        for (var i = 0; i < entries.Length; i++) entries[i].Run = Varint(stream);
        for (var i = 0; i < entries.Length; i++) entries[i].Length = Varint(stream);
        for (var i = 0; i < entries.Length; i++) entries[i].Offset = Varint(stream) is > 0 and var offset ? offset - 1 : i > 0 ? entries[i - 1].Offset + entries[i - 1].Length : 0;
        return [.. entries];
    }

    private static long Varint(Stream stream)
    {
        var number = 0L;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = stream.ReadByte();
            if (part < 0) throw new InvalidDataException("A directory ends too early.");
            number |= (part & 0x7FL) << shift;
            if (part < 0x80) return number;
        }
        throw new InvalidDataException("A number in a directory is too long.");
    }

    private byte[] Read(long at, long length)
    {
        var bytes = new byte[Checked(length)];
        return RandomAccess.Read(file, bytes, at) == bytes.Length ? bytes : throw new InvalidDataException("The file ends too early.");
    }

    private static long Checked(long length) => length is >= 0 and <= MostBytes ? length : throw new InvalidDataException("A part of the file is larger than can be.");

    private struct Entry
    {
        public long Id, Run, Length, Offset;
    }
}
