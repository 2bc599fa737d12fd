namespace Linli.Demo;

/// <summary>A colour, 0–255 each, and how much of it covers what lies below.</summary>
internal readonly record struct Ink(double R, double G, double B, double Cover = 1)
{
    /// <summary>From 0xRRGGBB.</summary>
    public static implicit operator Ink(int rgb) => new(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);

    public Ink Thin(double cover) => this with { Cover = cover };
    public Ink Lit(double by) => this with { R = R * by, G = G * by, B = B * by };
    public Ink Toward(Ink other, double part) => new(R + (other.R - R) * part, G + (other.G - G) * part, B + (other.B - B) * part);
}
