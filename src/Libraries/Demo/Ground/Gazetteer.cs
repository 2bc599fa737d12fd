namespace Linli.Demo;

/// <summary>Names estates, landmarks and junctions: two or three in every grid.</summary>
internal static class Gazetteer
{
    public static List<DemoPlace> Write(int seed, Land land)
    {
        var dice = Dice.For(seed, Draw.Places);
        var names = WordList.Sections("names").ToDictionary(x => x.Key, x => x.Value[0].Split(' '), StringComparer.Ordinal);
        var (grids, byCode) = (land.Grids, land.Divisions.ToDictionary(d => d.Code, StringComparer.Ordinal));
        var (places, taken) = (new List<DemoPlace>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < grids.Length * 60 / 23; i++)
        {
            var grid = i < grids.Length * 2 ? grids[i % grids.Length] : dice.Pick(grids);
            var community = byCode[grid.ParentCode!];
            var (kind, head, tail) = Name(names, community.Name[..^2], ref dice);
            var name = head + tail;
            for (var more = 2; !taken.Add(name); more++)
                name = kind == "estate" ? $"{head}{tail}{ChineseNumber.Write(more)}期" : $"{head}第{ChineseNumber.Write(more)}{tail}";
            var (road, number) = (Road(names, community, ref dice), dice.Between(1, 320));
            var address = $"{byCode[community.ParentCode!].Name}{community.Name}{road}{number}号";
            places.Add(new(name, kind, address, road, number, Spot(grid, ref dice), grid.Code));
        }
        return places;
    }

    private static (string Kind, string Head, string Tail) Name(Dictionary<string, string[]> names, string community, ref Dice dice) =>
        dice.Below(10) switch
        {
            < 5 => ("estate", dice.Pick(names["estate-heads"]), dice.Pick(names["estate-tails"])),
            < 8 => ("landmark", community, dice.Pick(names["landmark-tails"])),
            _ => ("junction", $"{dice.Pick(names["roads"])}与{dice.Pick(names["roads"])}", "交叉口"),
        };

    /// <summary>A community knows only a few of the roads.</summary>
    private static string Road(Dictionary<string, string[]> names, DemoDivision community, ref Dice dice)
    {
        var roads = names["roads"];
        return roads[(community.Name[0] + dice.Below(4) * 11) % roads.Length];
    }

    private static DemoPoint Spot(DemoDivision grid, ref Dice dice)
    {
        Metres[] ring = [.. grid.Outline.Skip(1).Select(Metres.From)];
        return Ring.Scatter(ring, ref dice).ToPoint();
    }
}
