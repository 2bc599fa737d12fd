namespace Linli.Demo;

/// <summary>What lies behind: a street by day or night, the ground from near, a corridor.</summary>
internal static class Backdrop
{
    private static readonly (Ink Above, Ink Below)[] Skies = [(0x7FB2DD, 0xDDEBF2), (0x9AA9B4, 0xD5D9D8), (0x86A8C8, 0xF0DFC4), (0x6E9FC9, 0xCFE3EA)];
    private static readonly Ink[] Fronts = [0xC9B8A0, 0xB9C0C2, 0xD8CDB8, 0xA9A29A, 0xBE9C86, 0xCBC4BC];
    public static readonly Ink Night = 0x161C2B;

    /// <summary>Houses, a footway from y = 300 and a road from y = 370.</summary>
    public static void Street(Canvas canvas, ref Dice dice, bool night = false)
    {
        var (above, below) = night ? (Night, Night.Lit(1.8)) : dice.Pick(Skies);
        canvas.Band(0, 300, above, below);
        for (double x = -30; x < Canvas.Width;) x = House(canvas, x, ref dice, night);
        var light = night ? 0.28 : 1;
        canvas.Band(300, 370, ((Ink)0xB5AFA5).Lit(light), ((Ink)0xC4BDB2).Lit(light));
        for (var i = -6; i < 16; i++) canvas.Line(((Ink)0x948E85).Lit(light), 320 + (i - 5) * 58, 300, 320 + (i - 5) * 84, 370, 1.2);
        canvas.Box(((Ink)0xD9D5CC).Lit(light), 0, 366, Canvas.Width, 8);
        canvas.Band(374, 480, ((Ink)0x65676A).Lit(light), ((Ink)0x4F5154).Lit(light));
        for (var x = -20 + dice.Below(60); x < Canvas.Width; x += 150) canvas.Shape(((Ink)0xE6E3D8).Lit(light), (x, 430), (x + 78, 430), (x + 74, 438), (x - 8, 438));
    }

    /// <summary>Paving or tar, seen from above at a slant.</summary>
    public static void Ground(Canvas canvas, ref Dice dice, Ink ink)
    {
        canvas.Band(0, 480, ink.Lit(1.18), ink.Lit(0.86));
        for (var i = 0; i < 260; i++)
        {
            var (y, size) = (dice.Between(0.0, 480), dice.Between(0.6, 1.9));
            canvas.Disc(ink.Lit(dice.Between(0.75, 1.25)), dice.Between(0.0, 640), y, size * (1 + y / 400), size * (0.5 + y / 700));
        }
    }

    /// <summary>A corridor that runs away from us, with doors and a lamp.</summary>
    public static void Corridor(Canvas canvas, ref Dice dice)
    {
        var wall = dice.Pick(new Ink[] { 0xD9D6CB, 0xCFD8D6, 0xDDD2C4 });
        canvas.Band(0, 480, wall, wall.Lit(0.92));
        canvas.Shape(0xEFEEE8, (0, 0), (640, 0), (400, 130), (240, 130));
        canvas.Shape(0xA79F92, (0, 480), (640, 480), (400, 300), (240, 300));
        canvas.Shape(wall.Lit(0.86), (0, 0), (240, 130), (240, 300), (0, 480));
        canvas.Shape(((Ink)0x6F9C86).Lit(0.95), (0, 330), (240, 243), (240, 300), (0, 480));
        canvas.Shape(0x7FAA95, (640, 330), (400, 243), (400, 300), (640, 480));
        canvas.Box(0x8A6B4F, 290, 170, 60, 130);
        canvas.Shape(0x7B5E45, (60, 125), (140, 150), (140, 372), (60, 432));
        canvas.Disc(0xE9D9A0, 128, 276, 4, 5);
        canvas.Shape(0x86684D, (500, 150), (570, 128), (570, 426), (500, 374));
        canvas.Box(0x2E8B57, 300, 146, 40, 15);
        canvas.Shape(0xFFFDF0, (290, 60), (350, 60), (340, 84), (300, 84));
    }

    private static double House(Canvas canvas, double x, ref Dice dice, bool night)
    {
        var (width, top) = (dice.Between(70.0, 150), dice.Between(60.0, 190));
        var front = night ? ((Ink)0x2A3040).Lit(dice.Between(0.8, 1.2)) : dice.Pick(Fronts).Lit(dice.Between(0.92, 1.04));
        canvas.Box(front, x, top, width, 300 - top);
        canvas.Box(front.Lit(0.82), x + width - 9, top, 9, 300 - top);
        canvas.Box(front.Lit(0.7), x - 2, top - 4, width + 4, 5);
        for (var wy = top + 14; wy < 250; wy += 30)
            for (var wx = x + 10; wx < x + width - 24; wx += 26)
                canvas.Box(night ? (dice.Chance(0.35) ? 0xE8C878 : 0x1B2130) : ((Ink)0x6F8796).Lit(dice.Between(0.8, 1.25)), wx, wy, 14, 18);
        canvas.Box(dice.Pick(new Ink[] { 0xA24B3F, 0x3F6F8F, 0x4C7F5B, 0xB98A3E }).Lit(night ? 0.35 : 1), x + 4, 262, width - 16, 10);
        canvas.Box(((Ink)0x55606A).Lit(night ? 0.5 : 1), x + 8, 272, width - 26, 28);
        return x + width + dice.Below(6);
    }
}
