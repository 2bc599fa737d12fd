namespace Linli.Demo;

/// <summary>Trees, water, walls, sites, corridors and works.</summary>
internal static class PlaceScenes
{
    public static void Tree(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Street(canvas, ref dice);
        canvas.Disc(0x6B5A44, 300, 374, 60, 12);
        canvas.Shape(0x6B4F38, (284, 376), (318, 376), (310, 190), (294, 190));
        canvas.Line(0x6B4F38, 302, 240, 240, 170, 13);
        canvas.Line(0x6B4F38, 304, 220, 370, 150, 12);
        for (var i = 0; i < 34; i++)
        {
            var (angle, reach) = (dice.Between(0, 6.28), dice.Between(0.1, 1.0));
            var size = dice.Between(26.0, 46);
            canvas.Disc(((Ink)0x4E8043).Lit(dice.Between(0.7, 1.25)), 302 + 120 * reach * Math.Cos(angle), 128 + 84 * reach * Math.Sin(angle), size, size * 0.8);
        }
        if (after) return;
        canvas.Line(0x5C4330, 330, 214, 440, 352, 15);
        canvas.Line(0xD8B98C, 324, 206, 338, 222, 12);
        for (var i = 0; i < 18; i++)
            canvas.Disc(((Ink)0x6A7F3C).Lit(dice.Between(0.7, 1.2)), 460 + dice.Between(-80.0, 90), 376 + dice.Between(-44.0, 40), dice.Between(14.0, 30), dice.Between(9.0, 20));
        canvas.Line(0x5C4330, 430, 340, 530, 400, 8);
    }

    public static void Water(Canvas canvas, ref Dice dice, bool after)
    {
        canvas.Band(0, 150, 0x9CC3DE, 0xDDEBEF);
        RoadScenes.Blob(canvas, 0x7E9B80, 160, 160, 240, 60, ref dice);
        RoadScenes.Blob(canvas, 0x6E8D74, 520, 160, 220, 74, ref dice);
        canvas.Band(150, 200, 0x7C9A5C, 0x688A4C);
        Ink clear = after ? 0x5B9DB5 : 0x565A44;
        canvas.Band(200, 480, clear.Lit(1.15), clear.Lit(0.75));
        for (var i = 0; i < 40; i++)
        {
            var y = dice.Between(208.0, 470);
            canvas.Disc(clear.Lit(1.3).Thin(0.45), dice.Between(0.0, 640), y, dice.Between(20.0, 60) * y / 300, 2);
        }
        canvas.Shape(0xA8A296, (0, 196), (170, 196), (60, 480), (0, 480));
        canvas.Shape(0x938D82, (170, 196), (178, 204), (74, 480), (60, 480));
        canvas.Disc(0x6F6A61, 118, 330, 34, 34);
        canvas.Disc(0x2B2A28, 120, 331, 25, 25);
        if (after) return;
        canvas.Shape(((Ink)0x3A382C).Thin(0.9), (110, 340), (146, 336), (240, 440), (130, 452));
        for (var i = 0; i < 34; i++) RoadScenes.Blob(canvas, dice.Pick(new Ink[] { 0xE9E7DD, 0x7EA6C9, 0xC7B07A, 0x88A05A, 0xC25B4A }), dice.Between(180.0, 630), dice.Between(230.0, 460), dice.Between(5.0, 15), dice.Between(3.0, 7), ref dice);
        for (var i = 0; i < 12; i++) canvas.Disc(((Ink)0xD8D6C2).Thin(0.6), 190 + dice.Between(-40.0, 80), 430 + dice.Between(-26.0, 30), dice.Between(8.0, 22), 6);
    }

    public static void Wall(Canvas canvas, ref Dice dice, bool after)
    {
        Ink brick = dice.Pick(new Ink[] { 0xA8654A, 0xB7AFA2, 0x9F8B78 });
        canvas.Band(0, 420, brick.Lit(1.05), brick.Lit(0.92));
        for (var row = 0; row < 21; row++)
        {
            canvas.Box(brick.Lit(0.78), 0, row * 20, 640, 2);
            for (var column = 0; column < 12; column++) canvas.Box(brick.Lit(0.8), column * 58 + row % 2 * 29, row * 20, 2, 20);
        }
        canvas.Band(420, 480, 0xAAA59B, 0x8F8A81);
        canvas.Box(brick.Lit(0.6), 0, 412, 640, 8);
        if (after) { canvas.Box(brick.Lit(1.12).Thin(0.75), 120, 90, 400, 240); return; }
        for (var i = 0; i < 13; i++) Bill(canvas, 60 + i % 5 * 112 + dice.Below(40), 60 + i / 5 * 112 + dice.Below(30), ref dice);
    }

    public static void Site(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Street(canvas, ref dice);
        canvas.Line(0xD9A520, 470, 300, 470, 20, 9);
        canvas.Line(0xD9A520, 330, 44, 610, 44, 7);
        canvas.Line(0x444444, 370, 44, 370, 150, 2);
        canvas.Line(0xD9A520, 470, 20, 350, 44, 3);
        RoadScenes.Blob(canvas, 0x9B7B52, 230, 330, 200, 92, ref dice);
        RoadScenes.Blob(canvas, 0x8A6C47, 330, 350, 150, 60, ref dice);
        if (after)
        {
            RoadScenes.Blob(canvas, ((Ink)0x3F7D4E).Thin(0.9), 230, 326, 205, 96, ref dice);
            RoadScenes.Blob(canvas, ((Ink)0x478A57).Thin(0.9), 330, 348, 155, 64, ref dice);
        }
        else for (var i = 0; i < 18; i++) canvas.Disc(((Ink)0xC9B694).Thin(0.18), dice.Between(40.0, 600), dice.Between(180.0, 330), dice.Between(40.0, 90), dice.Between(20.0, 46));
        for (var i = 0; i < 8; i++)
            if (after || i != 3 && i != 4) canvas.Box(i % 2 == 0 ? 0x2F7FB8 : 0x3A8AC2, i * 82 - 6, 342, 80, 66);
        if (!after) canvas.Shape(0x2A6F9F, (250, 410), (330, 396), (352, 420), (262, 440));
    }

    public static void Corridor(Canvas canvas, ref Dice dice, bool after)
    {
        Backdrop.Corridor(canvas, ref dice);
        if (after) return;
        foreach (var (x, y, size) in new[] { (205, 330, 46), (150, 380, 74), (226, 318, 34) })
        {
            canvas.Box(0xB98D57, x - size / 2, y - size, size, size);
            canvas.Box(0x9C7443, x + size / 4, y - size, size / 4, size);
            canvas.Box(0xDCC79A, x - size / 8, y - size, size / 6.0, size);
        }
        canvas.Box(0x8B4A3C, 416, 262, 46, 92);
        canvas.Box(0x6F3A2F, 452, 262, 10, 92);
        for (var i = 0; i < 3; i++) RoadScenes.Blob(canvas, dice.Pick(new Ink[] { 0x3A4653, 0xD4D0C4, 0x7A8B5A }), 470 + i * 34, 396 + i * 16, 30, 24, ref dice);
    }

    public static void Factory(Canvas canvas, ref Dice dice, bool after)
    {
        canvas.Band(0, 480, 0x93AFC4, 0xE1E3DC);
        canvas.Band(370, 480, 0x8B9070, 0x70775A);
        canvas.Shape(0x9A9D9E, (60, 390), (60, 250), (140, 210), (140, 250), (220, 210), (220, 250), (300, 210), (300, 250), (440, 250), (440, 390));
        for (var i = 0; i < 6; i++) canvas.Box(0x5D717E, 84 + i * 56, 290, 34, 26);
        foreach (var x in new[] { 470.0, 540.0 })
        {
            canvas.Shape(0xA5604A, (x - 18, 390), (x + 18, 390), (x + 11, 130), (x - 11, 130));
            canvas.Box(0xE6E1D8, x - 13, 150, 26, 16);
            for (var i = 0; i < 22; i++)
                canvas.Disc((after ? (Ink)0xFFFFFF : 0x3C3A38).Thin(after ? 0.05 : 0.26), x - i * 15 + dice.Between(-12.0, 12), 122 - i * 5 + dice.Between(-14.0, 14), 14 + i * 2.4, 10 + i * 1.7);
        }
        canvas.Box(0x6F7478, 330, 330, 60, 60);
    }

    private static void Bill(Canvas canvas, double x, double y, ref Dice dice)
    {
        Ink paper = dice.Pick(new Ink[] { 0xF3EFE2, 0xF7E27A, 0xE9B7A8, 0xBFD8E8 });
        var slant = dice.Between(-9.0, 9);
        canvas.Shape(paper, (x, y), (x + 84, y + slant), (x + 84 - slant, y + 74), (x - slant, y + 74 - slant));
        canvas.Line(0xB5322A, x + 10, y + 16, x + 74, y + 16 + slant * 0.7, 9);
        for (var line = 0; line < 3; line++) canvas.Line(0x555555, x + 10, y + 34 + line * 11, x + 50 + dice.Below(22), y + 34 + line * 11 + slant * 0.5, 3);
    }
}
