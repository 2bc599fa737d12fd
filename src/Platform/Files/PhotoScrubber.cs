using Linli.Platform.Files.Photos;

namespace Linli.Platform.Files;

/// <summary>
/// Takes out of a photo what says where, when, by whom and with what it was made, and keeps the pixels bit for bit. It rewrites the container
/// and does not decode the picture.
/// </summary>
public static class PhotoScrubber
{
    /// <summary>Writes a clean copy of a JPEG, PNG, WebP or GIF.</summary>
    /// <param name="photo">The whole photo; any bytes are safe.</param>
    /// <param name="clean">Seekable. What is in it when the photo is refused is of no use.</param>
    /// <returns>The size as shown, or null where the photo is cut, damaged, or of a kind that browsers do not show.</returns>
    public static PixelSize? Scrub(ReadOnlySpan<byte> photo, Stream clean) => photo switch
    {
        [0xFF, ..] => JpegScrubber.Scrub(photo, clean),
        [0x89, ..] => PngScrubber.Scrub(photo, clean),
        [(byte)'R', ..] => WebPScrubber.Scrub(photo, clean),
        [(byte)'G', ..] => GifScrubber.Scrub(photo, clean),
        _ => null,
    };
}
