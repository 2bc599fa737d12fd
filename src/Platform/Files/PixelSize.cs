namespace Linli.Platform.Files;

/// <summary>Width and height of a photo in pixels.</summary>
public readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>Width times height.</summary>
    public long Pixels => (long)Width * Height;

    internal PixelSize Turned => new(Height, Width);

    internal static PixelSize? From(int width, int height) => width > 0 && height > 0 ? new(width, height) : null;
}
