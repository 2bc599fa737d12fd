using System.Globalization;

namespace Linli.Demo;

/// <summary>Writes addresses down as people do: seeded, so that the same arguments always write the same.</summary>
public static class AddressWriter
{
    private const string Slips = "胡圆院绵宾阅境兴京晨庭海";

    private static readonly string[] Before = ["我住在", "你好，家住", "反映一下，", "地址：", "请问"], After = ["附近的路灯坏了三天没人修", "楼道堆满杂物，", "对面在施工，晚上很吵", "，水管漏水", "旁边垃圾没清"];

    /// <summary>A room of one of the estates, written with this noise; null where it cannot be (no alias, no unit).</summary>
    public static WrittenAddress? Write(IReadOnlyList<DemoEstate> estates, DemoDistrict district, AddressNoise noise, int seed, int index)
    {
        var dice = Dice.For(seed, Draw.Writing, index);
        var estate = estates[dice.Below(estates.Count)];
        var building = estate.Buildings[dice.Below(estate.Buildings.Count)];
        var (unit, room) = (building.Units == 0 ? 0 : dice.Between(1, building.Units), dice.Between(1, building.Floors) * 100 + dice.Between(1, building.Doors));
        if (noise is AddressNoise.Alias && estate.Alias is null || noise is AddressNoise.OldName && estate.OldName is null || noise is AddressNoise.NoUnit && unit == 0) return null;
        var text = noise switch
        {
            AddressNoise.NoRoad => Name(estate, noise, ref dice),
            AddressNoise.NoEstate => Gate(estate),
            AddressNoise.NoDivision => Gate(estate) + estate.Name,
            AddressNoise.Alias or AddressNoise.OldName or AddressNoise.WrongCharacter or AddressNoise.MissingCharacter or AddressNoise.Sentence or AddressNoise.NoUnit
                => (dice.Chance(0.5) ? estate.Community.Name : estate.Street.Name) + Name(estate, noise, ref dice),
            AddressNoise.ShortDivision => estate.Street.Name[..^2] + estate.Community.Name[..^2] + estate.Name,
            AddressNoise.WrongCommunity => Other(district, estate, ref dice).Name + Gate(estate) + estate.Name,
            AddressNoise.Prefix => "东省" + district.Divisions[0].Name + Division(district, estate) + Gate(estate) + estate.Name,
            _ => Division(district, estate) + Gate(estate) + estate.Name,
        } + Home(building.Name, unit, room, noise, ref dice);
        return new(noise is AddressNoise.Sentence ? dice.Pick(Before) + text + dice.Pick(After) : text, noise, estate, building, unit, room);
    }

    private static string Division(DemoDistrict district, DemoEstate estate) => district.Divisions[1].Name + estate.Street.Name + estate.Community.Name;

    private static string Gate(DemoEstate estate) => $"{estate.Road}{estate.Number}号";

    private static string Name(DemoEstate estate, AddressNoise noise, ref Dice dice)
    {
        var (name, at) = (estate.Name, dice.Below(estate.Name.Length));
        return noise switch
        {
            AddressNoise.Alias => estate.Alias!,
            AddressNoise.OldName => estate.OldName!,
            AddressNoise.WrongCharacter => string.Concat(name.AsSpan(0, at), Slips.AsSpan(dice.Below(Slips.Length), 1), name.AsSpan(at + 1)),
            AddressNoise.MissingCharacter => name.Remove(at, 1),
            _ => name,
        };
    }

    private static DemoDivision Other(DemoDistrict district, DemoEstate estate, ref Dice dice)
    {
        DemoDivision[] others = [.. district.Divisions.Where(d => d.Level is DemoLevel.Community && d != estate.Community)];
        return dice.Pick(others);
    }

    private static string Home(string building, int unit, int room, AddressNoise noise, ref Dice dice)
    {
        var (number, tail) = (room.ToString(CultureInfo.InvariantCulture), dice.Chance(0.5) ? "室" : "");
        var word = char.IsAsciiLetter(building[0]) ? "座" : "栋";
        return noise switch
        {
            AddressNoise.ChineseNumerals => (char.IsAsciiLetter(building[0]) ? building : ChineseNumber.Write(int.Parse(building, CultureInfo.InvariantCulture))) + word
                + (unit > 0 ? ChineseNumber.Write(unit) + "单元" : "") + string.Concat(number.Select(digit => "零一二三四五六七八九"[digit - '0'])) + tail,
            AddressNoise.FullWidth => string.Concat((building + word + (unit > 0 ? $"{unit}单元" : "") + number + tail).Select(c => c < 128 ? (char)(c + 0xFEE0) : c)),
            AddressNoise.Dashes => $"{building}-{(unit > 0 ? $"{unit}-" : "")}{number}",
            AddressNoise.Hash => $"{building}#{(unit > 0 ? $"{unit}单元" : "")}{number}",
            AddressNoise.OtherWords => building + dice.Pick(["幢", "号楼"]) + (unit > 0 ? unit + dice.Pick(["门", "单元"]) : "") + number + dice.Pick(["房", "号房", "号"]),
            AddressNoise.NoUnit => building + word + number + tail,
            _ => building + word + (unit > 0 ? $"{unit}单元" : "") + number + tail,
        };
    }
}
