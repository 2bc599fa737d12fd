using System.Buffers.Binary;
using System.IO.Compression;
using Linli.Tiles;

namespace Linli.Libraries.Tests.Tiles;

public sealed class TileArchiveTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".pmtiles");

    [Theory]   // of the specification and its own tests
    [InlineData(0, 0, 0, 0), InlineData(1, 0, 0, 1), InlineData(1, 0, 1, 2), InlineData(1, 1, 1, 3), InlineData(1, 1, 0, 4), InlineData(2, 0, 0, 5), InlineData(12, 3423, 1763, 19078479)]
    public void Tiles_are_numbered_along_the_curve(int zoom, int x, int y, long id) => Assert.Equal(id, TileArchive.IdOf(new(zoom, x, y)));

    [Theory]
    [InlineData(true), InlineData(false)]
    public void A_tile_is_found_in_the_root_in_a_leaf_and_for_all_tiles_that_share_it(bool zipped)
    {
        var leaf = Directory(zipped, (5, 1, 2, 3));
        File.WriteAllBytes(path, Archive(2, zipped, Directory(zipped, (0, 1, 3, 1), (1, 4, 2, 0), (5, 0, leaf.Length, 1)), leaf, [1, 2, 3, 4, 5]));
        using var archive = new TileArchive(path);
        Assert.Equal(("image/png", false, 14), (archive.MediaType, archive.IsVector, archive.Deepest));
        Assert.Equal([1, 2, 3], archive.Find(new(0, 0, 0)));
        Assert.Equal([4, 5], archive.Find(new(1, 0, 0)));
        Assert.Equal([4, 5], archive.Find(new(1, 1, 0)));   // sea beside sea
        Assert.Equal([3, 4], archive.Find(new(2, 0, 0)));
        Assert.Null(archive.Find(new(2, 3, 3)));
    }

    [Fact]
    public void Shapes_come_out_unpacked()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(new byte[10_000]);
        File.WriteAllBytes(path, Archive(1, true, Directory(true, (0, 1, packed.Length, 1)), [], packed.ToArray()));
        using var archive = new TileArchive(path);
        Assert.Equal((VectorTile.MediaType, true), (archive.MediaType, archive.IsVector));
        Assert.Equal(new byte[10_000], archive.Find(new(0, 0, 0)));
    }

    [Fact]
    public void What_holds_tiles_of_no_known_kind_or_is_cut_off_is_refused()
    {
        foreach (var bytes in new[] { [], new byte[200], Archive(0, true, Directory(true, (0, 1, 1, 1)), [], [1]) })
        {
            File.WriteAllBytes(path, bytes);
            Assert.Throws<InvalidDataException>(() => new TileArchive(path));
        }
        File.WriteAllBytes(path, Archive(2, false, Directory(false, (0, 1, 9, 1)), [], [1]));
        using var archive = new TileArchive(path);
        Assert.Throws<InvalidDataException>(() => archive.Find(new(0, 0, 0)));
    }

    public void Dispose() => File.Delete(path);

    /// <param name="entries">Number of the first tile, of how many (none: a leaf), length, and offset plus one or none for "right behind".</param>
    private static byte[] Directory(bool zipped, params (long Id, long Run, long Length, long Offset)[] entries)
    {
        using var bytes = new MemoryStream();
        using (Stream stream = zipped ? new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true) : new BufferedStream(bytes))
        {
            long[] numbers = [entries.Length, .. entries.Select((entry, i) => i == 0 ? entry.Id : entry.Id - entries[i - 1].Id), .. entries.Select(e => e.Run), .. entries.Select(e => e.Length), .. entries.Select(e => e.Offset)];
            foreach (var number in numbers)
            {
                var rest = number;
                for (; rest > 0x7F; rest >>= 7) stream.WriteByte((byte)(rest | 0x80));
                stream.WriteByte((byte)rest);
            }
            stream.Flush();
            if (!zipped) return bytes.ToArray();
        }
        return bytes.ToArray();
    }

    private static byte[] Archive(byte type, bool zipped, byte[] root, byte[] leaves, byte[] tiles)
    {
        var header = new byte[127];
        "PMTiles"u8.CopyTo(header);
        (header[7], header[97], header[98], header[99], header[101]) = (3, (byte)(zipped ? 2 : 1), (byte)(zipped && type == 1 ? 2 : 1), type, 14);
        foreach (var (at, number) in new[] { (8, 127), (16, root.Length), (40, 127 + root.Length), (48, leaves.Length), (56, 127 + root.Length + leaves.Length), (64, tiles.Length) })
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(at), number);
        return [.. header, .. root, .. leaves, .. tiles];
    }
}
