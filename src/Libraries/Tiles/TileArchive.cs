using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace Linli.Tiles;

/// <summary>
/// Tiles of a map in one file, pictures or Mapbox Vector Tiles: PMTiles version 3 (github.com/protomaps/PMTiles, spec/v3). Opened once and
/// read in place, also by several at a time.
/// </summary>
public sealed class TileArchive : IDisposable
{
    private const int HeaderLength = 127, Version = 3, Uncompressed = 1, Gzip = 2, MostLevels = 3;
    private const int MostBytes = 16 << 20;

    private readonly SafeFileHandle file;
    private readonly (long At, long Length) root;
    private readonly long leaves, tiles;
    private readonly bool directoriesZipped, tilesZipped;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">It is no PMTiles file, or of tiles that are not known.</exception>
    public TileArchive(string path)
    {
        file = File.OpenHandle(path);
        try
        {
            var header = Read(0, HeaderLength);
            if (!header.AsSpan(0, 7).SequenceEqual("PMTiles"u8) || header[7] != Version) throw new InvalidDataException("It is no PMTiles file of version 3.");
            MediaType = header[99] switch
            {
                1 => VectorTile.MediaType, 2 => "image/png", 3 => "image/jpeg", 4 => "image/webp", 5 => "image/avif",
                _ => throw new InvalidDataException("It holds tiles of a kind that is not known."),
            };
            (directoriesZipped, tilesZipped, Deepest) = (Zipped(header[97]), Zipped(header[98]), header[101]);
            (root, leaves, tiles) = ((Number(8), Number(16)), Number(40), Number(56));

            long Number(int at) => BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(at));
            static bool Zipped(byte how) => how switch { Uncompressed => false, Gzip => true, _ => throw new InvalidDataException("It is compressed in a way that is not known.") };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What its tiles are, e.g. <c>image/png</c>.</summary>
    public string MediaType { get; }

    /// <summary>Whether its tiles are shapes rather than pictures.</summary>
    public bool IsVector => MediaType == VectorTile.MediaType;

    /// <summary>The closest zoom that it has tiles for.</summary>
    public int Deepest { get; }

    /// <summary>A tile, unpacked; null where the file has none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public byte[]? Find(TileKey tile)
    {
        var (id, directory) = (IdOf(tile), root);
        for (var depth = 0; depth <= MostLevels; depth++)
        {
            var entries = Directory(directory.At, directory.Length);
            var at = entries.FindLastIndex(entry => entry.Id <= id);
            if (at < 0) return null;
            var entry = entries[at];
            if (entry.Run > 0) return id < entry.Id + entry.Run ? Unpacked(Read(tiles + entry.Offset, entry.Length), tilesZipped) : null;
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
        using var stream = new MemoryStream(Unpacked(Read(at, length), directoriesZipped));
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

    private static byte[] Unpacked(byte[] bytes, bool zipped)
    {
        if (!zipped) return bytes;
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var all = new MemoryStream();
        var part = new byte[1 << 16];
        for (int read; (read = packed.Read(part)) > 0; all.Write(part, 0, read)) Checked(all.Length + read);
        return all.ToArray();
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
