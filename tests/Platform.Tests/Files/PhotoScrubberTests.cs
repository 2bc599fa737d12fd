using Linli.Platform.Files;

namespace Linli.Platform.Tests.Files;

public sealed class PhotoScrubberTests
{
    private static readonly byte[] LyingOnItsSide = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

    [Fact]
    public void A_jpeg_loses_place_maker_comments_thumbnail_and_what_stands_behind_its_end()
    {
        var (clean, size) = Scrub(SampleJpeg.With(TellTale.Tiff(1)));
        Assert.Equal(new PixelSize(640, 480), size);
        Assert.False(clean.Holds(TellTale.Mark));
        Assert.False(clean.Holds("Exif"u8));
        Assert.True(clean.Holds("ICC_PROFILE\0\u0001\u0001colours"u8));
        Assert.Equal(2, clean.AsSpan().Count(SampleJpeg.Scan));
        Assert.Equal([0xFF, 0xD9], clean[^2..]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_jpeg_keeps_which_way_up_it_is_and_nothing_else_of_its_exif(bool little)
    {
        var (clean, size) = Scrub(SampleJpeg.With(TellTale.Tiff(6, little)));
        Assert.Equal(new PixelSize(480, 640), size);
        Assert.False(clean.Holds(TellTale.Mark));
        Assert.True(clean.Holds(SampleJpeg.Segment(0xE1, [.. "Exif\0\0"u8, .. LyingOnItsSide])));
    }

    [Fact]
    public void A_jpeg_without_an_end_is_refused() => Assert.Null(Scrub(SampleJpeg.With([])[..^8]).Size);

    [Fact]
    public void A_jpeg_without_pixels_is_refused() => Assert.Null(Scrub(SampleJpeg.With([], width: 0)).Size);

    [Fact]
    public void A_png_keeps_only_the_chunks_that_show_it()
    {
        var (clean, size) = Scrub(SamplePng.Of());
        Assert.Equal(new PixelSize(640, 480), size);
        Assert.Equal(SamplePng.Clean(), clean);
    }

    [Fact]
    public void A_simple_webp_is_left_as_it_is()
    {
        var (clean, size) = Scrub(SampleWebP.Simple());
        Assert.Equal(new PixelSize(640, 480), size);
        Assert.Equal(SampleWebP.Simple(), clean);
    }

    [Fact]
    public void An_extended_webp_loses_its_metadata_and_the_flags_that_announce_it()
    {
        var (clean, size) = Scrub(SampleWebP.Extended(TellTale.Tiff(6)));
        Assert.Equal(new PixelSize(640, 480), size);
        Assert.Equal(SampleWebP.Clean(), clean);
    }

    [Fact]
    public void An_animated_webp_is_refused() => Assert.Null(Scrub(SampleWebP.Extended([], flags: 0x02)).Size);

    [Fact]
    public void A_webp_that_gives_two_sizes_is_refused() => Assert.Null(Scrub(SampleWebP.Extended([], width: 1)).Size);

    [Fact]
    public void A_gif_whose_frame_is_larger_than_itself_is_refused() => Assert.Null(Scrub(SampleGif.Of(width: 1)).Size);

    [Fact]
    public void A_gif_keeps_frames_timing_and_repetition()
    {
        var (clean, size) = Scrub(SampleGif.Of());
        Assert.Equal(new PixelSize(640, 480), size);
        Assert.Equal(SampleGif.Clean(), clean);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing() => Assert.All(Samples, photo =>
    {
        var (once, size) = Scrub(photo);
        var (twice, sizeAgain) = Scrub(once);
        Assert.Equal(once, twice);
        Assert.Equal(size, sizeAgain);
    });

    [Fact]
    public void Every_cut_photo_is_refused_or_clean() => Assert.All(Samples, photo =>
    {
        for (var length = 0; length < photo.Length - TellTale.Mark.Length; length++)
            Assert.Null(Scrub(photo[..length]).Size);
    });

    [Fact]
    public void No_damage_makes_the_scrubber_fail() => Assert.All(Samples, photo =>
    {
        var random = new Random(20260718);
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = (byte[])photo.Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--) damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            var (clean, size) = Scrub(damaged);
            if (size is not null) Assert.Equal(size, Scrub(clean).Size);
        }
    });

    private static byte[][] Samples =>
    [
        SampleJpeg.With(TellTale.Tiff(6)), SamplePng.Of(), SampleGif.Of(),
        SampleWebP.Extended(TellTale.Tiff(6)), [.. SampleWebP.Simple(), .. TellTale.Mark],
    ];

    private static (byte[] Clean, PixelSize? Size) Scrub(byte[] photo)
    {
        using var clean = new MemoryStream();
        var size = PhotoScrubber.Scrub(photo, clean);
        return (clean.ToArray(), size);
    }
}
