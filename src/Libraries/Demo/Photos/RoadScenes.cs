namespace Linli.Demo;

/// <summary>Things in and on the road.</summary>
internal static class RoadScenes
{
    public static void Manhole(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Ground(canvas, ref dice, 0x77797B);
        double x = dice.Between(270.0, 370), y = dice.Between(240.0, 290);
        canvas.Disc(0x5E6062, x, y + 4, 168, 104);
        canvas.Disc(0x8B8D8E, x, y, 158, 96);
        canvas.Disc(after ? 0x56595B : 0x0E0F11, x, y, 134, 80);
        if (after)
        {
            for (var row = -3; row <= 3; row++)
                for (var column = -4; column <= 4; column++)
                    if (row * row / 9.0 + column * column / 16.0 < 0.9) canvas.Box(0x6E7173, x + column * 27 - 8, y + row * 20 - 5, 16, 9);
            canvas.Hoop(0x44474A, x, y, 122, 72, 4);
            return;
        }
        canvas.Disc(0x1D2023, x, y + 14, 118, 62);
        for (var rung = 0; rung < 3; rung++) canvas.Line(0x6B5A48, x - 34, y - 40 + rung * 26, x + 34, y - 40 + rung * 26, 5);
        var lid = x > 320 ? x - 210 : x + 210;
        canvas.Disc(0x2F3133, lid, y + 112, 118, 56);
        canvas.Disc(0x5B5E60, lid, y + 102, 118, 56);
        canvas.Hoop(0x46494B, lid, y + 102, 100, 46, 4);
    }

    public static void Pothole(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Ground(canvas, ref dice, 0x6C6E71);
        canvas.Shape(0xDAD7CB, (60, 0), (92, 0), (40, 480), (-10, 480));
        double x = dice.Between(330.0, 400), y = dice.Between(250.0, 300);
        if (after)
        {
            canvas.Shape(0x3B3D40, (x - 190, y - 95), (x + 175, y - 95), (x + 215, y + 100), (x - 225, y + 100));
            canvas.Shape(0x44464A, (x - 178, y - 85), (x + 165, y - 85), (x + 200, y + 90), (x - 210, y + 90));
            return;
        }
        Blob(canvas, 0x8A8378, x, y, 200, 108, ref dice);
        Blob(canvas, 0x4A4744, x, y + 4, 176, 90, ref dice);
        Blob(canvas, 0x7F9199, x + 8, y + 20, 120, 50, ref dice);
        canvas.Disc(((Ink)0xD6E2E6).Thin(0.5), x - 20, y + 12, 50, 12);
        for (var i = 0; i < 26; i++) Blob(canvas, ((Ink)0x9B958B).Lit(dice.Between(0.7, 1.1)), x + dice.Between(-240.0, 240), y + dice.Between(-110.0, 140), dice.Between(3.0, 11), dice.Between(2.0, 7), ref dice);
        Crack(canvas, x + 150, y - 60, 1, ref dice);
        Crack(canvas, x - 150, y + 30, -1, ref dice);
    }

    public static void Parking(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Street(canvas, ref dice);
        canvas.Shape(0xE2B93B, (40, 392), (600, 392), (640, 470), (0, 470));
        canvas.Shape(0x56585B, (50, 397), (590, 397), (624, 464), (16, 464));
        for (var i = 0; i < 12; i++) canvas.Line(0xE2B93B, 40 + i * 46, 464, 70 + i * 46, 397, 5);
        if (after) return;
        Car(canvas, dice.Between(20.0, 60), 398, 1.25, dice.Pick(Paints));
        Car(canvas, dice.Between(330.0, 370), 412, 1.3, dice.Pick(Paints));
    }

    public static void Car(Canvas canvas, double x, double y, double size, Ink paint)
    {
        double X(double v) => x + v * size;
        double Y(double v) => y + v * size;
        canvas.Disc(((Ink)0x202224).Thin(0.5), X(100), Y(42), 104 * size, 9 * size);
        canvas.Shape(paint, (X(2), Y(30)), (X(4), Y(6)), (X(34), Y(0)), (X(62), Y(-28)), (X(138), Y(-28)), (X(166), Y(0)), (X(196), Y(8)), (X(199), Y(30)));
        canvas.Shape(0x36454F, (X(44), Y(-1)), (X(66), Y(-23)), (X(97), Y(-23)), (X(97), Y(-1)));
        canvas.Shape(0x3D4D58, (X(103), Y(-1)), (X(103), Y(-23)), (X(134), Y(-23)), (X(156), Y(-1)));
        canvas.Box(paint.Lit(0.8), X(3), Y(22), 195 * size, 9 * size);
        canvas.Disc(0xF5EFD0, X(190), Y(10), 6 * size, 4 * size);
        foreach (var wheel in new[] { 44, 156 })
        {
            canvas.Disc(0x1C1D1F, X(wheel), Y(30), 18 * size, 18 * size);
            canvas.Disc(0xA9ADB0, X(wheel), Y(30), 9 * size, 9 * size);
        }
    }

    private static readonly Ink[] Paints = [0xB03A2E, 0xE8E8E6, 0x2F4858, 0x8D9499, 0x23262A, 0x3B6EA5];

    /// <summary>An uneven round patch.</summary>
    public static void Blob(Canvas canvas, Ink ink, double x, double y, double rx, double ry, ref Dice dice)
    {
        var points = new (double, double)[22];
        for (var i = 0; i < points.Length; i++)
        {
            var (angle, reach) = (i * Math.PI / 11, dice.Between(0.82, 1.08));
            points[i] = (x + rx * reach * Math.Cos(angle), y + ry * reach * Math.Sin(angle));
        }
        canvas.Shape(ink, points);
    }

    private static void Crack(Canvas canvas, double x, double y, int way, ref Dice dice)
    {
        for (var i = 0; i < 7; i++)
        {
            var (nx, ny) = (x + way * dice.Between(12.0, 34), y + dice.Between(-24.0, 20));
            canvas.Line(0x3F3E3D, x, y, nx, ny, 4.5 - i * 0.5);
            (x, y) = (nx, ny);
        }
    }
}
