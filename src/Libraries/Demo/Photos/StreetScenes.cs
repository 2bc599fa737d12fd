namespace Linli.Demo;

/// <summary>Things that stand along the street.</summary>
internal static class StreetScenes
{
    public static void Lamp(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Street(canvas, ref dice, night: true);
        foreach (var (x, foot) in new[] { (120.0, 372.0), (dice.Between(400.0, 470), 340.0) })
        {
            var tall = (foot - 60) * 0.9;
            var (head, top) = (x + 62, foot - tall);
            if (after)
            {
                for (var ring = 9; ring > 0; ring--) canvas.Disc(((Ink)0xFFD98A).Thin(0.055), head, top + 6, ring * 17, ring * 15);
                canvas.Shape(((Ink)0xFFDFA0).Thin(0.16), (head - 14, top + 8), (head + 14, top + 8), (head + 130, foot + 60), (head - 130, foot + 60));
                canvas.Disc(((Ink)0xFFE3A8).Thin(0.22), head, foot + 45, 150, 26);
            }
            canvas.Shape(0x59616B, (x - 5, foot), (x + 5, foot), (x + 3, top), (x - 3, top));
            canvas.Line(0x59616B, x, top, head, top + 2, 5);
            canvas.Shape(0x707985, (head - 20, top), (head + 20, top - 2), (head + 16, top + 9), (head - 16, top + 9));
            canvas.Disc(after ? 0xFFF3CE : 0x2B303A, head, top + 9, 14, 4);
        }
    }

    public static void Pole(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Street(canvas, ref dice);
        var lean = after ? 0 : dice.Between(34.0, 60);
        canvas.Shape(0x7A6A58, (190, 372), (206, 372), (204 + lean, 40), (194 + lean, 40));
        canvas.Line(0x6A5B4B, 150 + lean, 74 + lean * 0.2, 250 + lean, 74 - lean * 0.2, 9);
        canvas.Line(0x6A5B4B, 160 + lean, 104 + lean * 0.2, 240 + lean, 104 - lean * 0.2, 8);
        for (var wire = 0; wire < (after ? 3 : 6); wire++)
        {
            var sag = after ? 18 + wire * 3 : dice.Between(40.0, 190);
            var (px, py) = (200 + lean, 72.0 + wire * 9);
            for (var i = 1; i <= 16; i++)
            {
                var t = i / 16.0;
                var (nx, ny) = (200 + lean + t * (450 - lean), 72 + wire * 9 - 30 * t + sag * 4 * t * (1 - t));
                canvas.Line(0x2A2A2C, px, py, nx, ny, 2.4);
                (px, py) = (nx, ny);
            }
        }
        if (!after) canvas.Hoop(0x2A2A2C, 236 + lean, 200, 22, 34, 3);
    }

    public static void Bins(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Street(canvas, ref dice);
        Ink[] lids = [0x3C8D5A, 0x3E74B5, 0x8A8F94];
        for (var i = 0; i < 3; i++)
        {
            var x = 150 + i * 118;
            canvas.Disc(((Ink)0x222222).Thin(0.35), x + 48, 402, 62, 10);
            canvas.Shape(lids[i], (x, 280), (x + 96, 280), (x + 86, 398), (x + 10, 398));
            canvas.Shape(lids[i].Lit(0.8), (x + 70, 280), (x + 96, 280), (x + 86, 398), (x + 66, 398));
            canvas.Box(0xF2F2EE, x + 34, 318, 26, 22);
            if (!after) for (var bag = 0; bag < 3; bag++) Bag(canvas, x + 22 + bag * 26, 272 - dice.Below(18), ref dice);
            if (after) canvas.Shape(lids[i].Lit(1.15), (x - 5, 281), (x + 101, 281), (x + 92, 264), (x + 4, 264));
            else canvas.Shape(lids[i].Lit(1.15), (x - 4, 280), (x + 6, 282), (x - 18, 212), (x - 30, 216));
        }
        if (after) return;
        for (var i = 0; i < 16; i++) Bag(canvas, dice.Between(90.0, 560), dice.Between(386.0, 432), ref dice);
        for (var i = 0; i < 20; i++) RoadScenes.Blob(canvas, dice.Pick(new Ink[] { 0xEDEAE0, 0xC8A165, 0xB7C7CF }), dice.Between(70.0, 580), dice.Between(400.0, 452), 9, 4, ref dice);
    }

    public static void Bikes(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Street(canvas, ref dice);
        if (after) canvas.Box(0xF0EEE6, 40, 412, 560, 4);
        var paint = dice.Pick(new Ink[] { 0xE8A33D, 0x3B8FC4, 0x4FA36B });
        for (var i = 0; i < 7; i++)
        {
            var (x, y) = after ? (70 + i * 76, 380.0) : (dice.Between(30.0, 520), dice.Between(330.0, 430));
            Bike(canvas, x, y, after ? 0 : dice.Between(-0.9, 0.9), paint.Lit(dice.Between(0.9, 1.05)));
        }
    }

    public static void Stall(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Street(canvas, ref dice);
        if (after) return;
        for (var i = 0; i < 2; i++)
        {
            var (x, cloth) = (90 + i * 250 + dice.Below(30), dice.Pick(new Ink[] { 0xC0392B, 0x2E7D5B, 0x2D6A9F, 0xD08A2E }));
            canvas.Line(0x555555, x + 8, 210, x + 8, 400, 4);
            canvas.Line(0x555555, x + 192, 210, x + 192, 400, 4);
            canvas.Shape(0x8C6B45, (x, 340), (x + 200, 340), (x + 212, 362), (x - 12, 362));
            canvas.Shape(0x6E5335, (x - 12, 362), (x + 212, 362), (x + 204, 408), (x - 4, 408));
            for (var fruit = 0; fruit < 30; fruit++)
                canvas.Disc(dice.Pick(new Ink[] { 0xE67E22, 0xC0392B, 0x8DB255, 0xF1C40F }), x + 12 + fruit % 10 * 19, 348 - fruit / 10 * 9, 9, 9);
            for (var stripe = 0; stripe < 8; stripe++)
                canvas.Shape(stripe % 2 == 0 ? cloth : 0xF4EFE4, (x + 4 + stripe * 24, 178), (x + 28 + stripe * 24, 178), (x + 20 + stripe * 28 - 12, 226), (x - 8 + stripe * 28 - 12, 226));
        }
    }

    private static void Bag(Canvas canvas, double x, double y, ref Dice dice)
    {
        var ink = dice.Pick(new Ink[] { 0x2B2D31, 0xD9D9D4, 0x39414A, 0xA9453B });
        RoadScenes.Blob(canvas, ink, x, y, 20, 17, ref dice);
        canvas.Line(ink.Lit(1.35), x, y - 16, x + dice.Between(-6.0, 6), y - 24, 6);
    }

    private static void Bike(Canvas canvas, double x, double y, double tilt, Ink paint)
    {
        var (cos, sin) = (Math.Cos(tilt), Math.Sin(tilt));
        (double X, double Y) At(double u, double v) => (x + 35 + (u - 35) * cos - v * sin, y + (u - 35) * sin + v * cos);
        void Bar(Ink ink, double u0, double v0, double u1, double v1, double width)
        {
            var ((x0, y0), (x1, y1)) = (At(u0, v0), At(u1, v1));
            canvas.Line(ink, x0, y0, x1, y1, width);
        }
        foreach (var u in new[] { 6.0, 68 })
        {
            var (cx, cy) = At(u, 0);
            canvas.Hoop(0x232323, cx, cy, 23, 23, 4.5);
            canvas.Disc(0x9A9A9A, cx, cy, 4, 4);
        }
        Bar(paint, 6, 0, 30, -30, 5);
        Bar(paint, 30, -30, 36, 0, 5);
        Bar(paint, 6, 0, 36, 0, 5);
        Bar(paint, 36, 0, 60, -36, 5);
        Bar(paint, 30, -30, 59, -34, 5);
        Bar(paint, 68, 0, 57, -44, 5);
        Bar(0x2B2B2B, 22, -38, 40, -38, 6);
        Bar(0x2B2B2B, 50, -46, 66, -44, 4);
    }
}
