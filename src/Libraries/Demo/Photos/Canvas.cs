namespace Linli.Demo;

/// <summary>A picture of 640 × 480 that can be filled with smooth-edged shapes.</summary>
internal sealed class Canvas
{
    public const int Width = 640, Height = 480;
    private const int Layers = 4;
    private readonly byte[] _rgb = new byte[Width * Height * 3];
    private readonly double[] _cover = new double[Width];

    public byte[] ToPng() => Png.Write(Width, Height, _rgb);

    /// <summary>A band over the whole width, from one colour above to another below.</summary>
    public void Band(double top, double bottom, Ink above, Ink below)
    {
        for (var y = (int)top; y < (int)bottom; y++)
            for (var x = 0; x < Width; x++) Dab(x, y, above.Toward(below, (y - top) / (bottom - top)), 1);
    }

    public void Box(Ink ink, double left, double top, double width, double height) =>
        Shape(ink, (left, top), (left + width, top), (left + width, top + height), (left, top + height));

    public void Disc(Ink ink, double x, double y, double rx, double ry)
    {
        var points = new (double, double)[36];
        for (var i = 0; i < points.Length; i++)
            points[i] = (x + rx * Math.Cos(i * Math.PI / 18), y + ry * Math.Sin(i * Math.PI / 18));
        Shape(ink, points);
    }

    public void Line(Ink ink, double x0, double y0, double x1, double y1, double width)
    {
        var length = Math.Max(0.01, Math.Sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)));
        var (dx, dy) = ((y1 - y0) / length * width / 2, (x1 - x0) / length * width / 2);
        Shape(ink, (x0 + dx, y0 - dy), (x1 + dx, y1 - dy), (x1 - dx, y1 + dy), (x0 - dx, y0 + dy));
    }

    /// <summary>A ring: the rim of a wheel or a lid.</summary>
    public void Hoop(Ink ink, double x, double y, double rx, double ry, double width)
    {
        for (var i = 0; i < 28; i++)
        {
            var (a, b) = (i * Math.PI / 14, (i + 1.15) * Math.PI / 14);
            Line(ink, x + rx * Math.Cos(a), y + ry * Math.Sin(a), x + rx * Math.Cos(b), y + ry * Math.Sin(b), width);
        }
    }

    /// <summary>Fills a polygon (even–odd), four lines to the pixel and exact along each line.</summary>
    public void Shape(Ink ink, params ReadOnlySpan<(double X, double Y)> points)
    {
        double top = Height, bottom = 0;
        foreach (var (_, y) in points) (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        Span<double> cuts = stackalloc double[points.Length];
        for (var y = Math.Max(0, (int)top); y < Math.Min(Height, Math.Ceiling(bottom)); y++)
        {
            Array.Clear(_cover);
            for (var layer = 0; layer < Layers; layer++) Sweep(points, y + (layer + 0.5) / Layers, cuts);
            for (var x = 0; x < Width; x++)
                if (Quarters(_cover[x]) is > 0 and var part) Dab(x, y, ink, part);
        }
    }

    private void Sweep(ReadOnlySpan<(double X, double Y)> points, double y, Span<double> cuts)
    {
        var count = 0;
        for (int i = 0, j = points.Length - 1; i < points.Length; j = i++)
            if (points[i].Y > y != points[j].Y > y)
                cuts[count++] = points[i].X + (y - points[i].Y) / (points[j].Y - points[i].Y) * (points[j].X - points[i].X);
        cuts[..count].Sort();
        for (var i = 0; i + 1 < count; i += 2)
        {
            double left = Math.Clamp(cuts[i], 0, Width), right = Math.Clamp(cuts[i + 1], 0, Width);
            for (var x = (int)left; x < right; x++)
                _cover[x] += (Math.Min(right, x + 1) - Math.Max(left, x)) / Layers;
        }
    }

    private void Dab(int x, int y, Ink ink, double part)
    {
        var at = (y * Width + x) * 3;
        part *= ink.Cover;
        _rgb[at] = Mix(_rgb[at], ink.R, part);
        _rgb[at + 1] = Mix(_rgb[at + 1], ink.G, part);
        _rgb[at + 2] = Mix(_rgb[at + 2], ink.B, part);
    }

    /// <summary>Few steps at the edges look as smooth and pack much better.</summary>
    private static double Quarters(double cover) => Math.Round(cover * 4) / 4;

    private static byte Mix(byte below, double above, double part) =>
        (byte)Math.Clamp(below + (above - below) * part + 0.5, 0, 255);
}
