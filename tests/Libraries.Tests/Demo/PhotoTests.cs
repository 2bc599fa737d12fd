using System.Buffers.Binary;
using System.IO.Compression;
using Linli.Demo;

namespace Linli.Libraries.Tests.Demo;

public sealed class PhotoTests
{
    public static TheoryData<PhotoScene> Scenes => [.. Enum.GetValues<PhotoScene>()];

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Every_scene_is_a_small_png_and_looks_different_afterwards(PhotoScene scene)
    {
        var (before, after) = (DemoPhoto.Draw(scene, 3), DemoPhoto.Draw(scene, 3, after: true));
        Assert.All([before, after], p => Assert.InRange(p.Length, 1_000, 40_000));
        Assert.NotEqual(before, after);
        Assert.Equal(before, DemoPhoto.Draw(scene, 3));
        Assert.NotEqual(before, DemoPhoto.Draw(scene, 4));
    }

    [Fact]
    public void The_png_unpacks_to_all_its_lines()
    {
        var png = DemoPhoto.Draw(PhotoScene.Wall, 1);
        Assert.Equal([0x89, .. "PNG\r\n\u001a\n"u8], png[..8]);
        Assert.Equal((640, 480), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var pixels = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var all = new MemoryStream();
        pixels.CopyTo(all);
        Assert.Equal((640 * 3 + 1) * 480, all.Length);
    }
}
