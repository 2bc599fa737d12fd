using System.Globalization;

namespace Linli.Demo;

/// <summary>Builds up the invented district: estates all over its communities until it has as many rooms as asked for.</summary>
public static class DemoEstates
{
    /// <summary>The estates, made while they are read; the same arguments always make the same.</summary>
    public static IEnumerable<DemoEstate> Build(DemoDistrict district, int seed, int rooms)
    {
        var names = WordList.Sections("names").ToDictionary(x => x.Key, x => x.Value[0].Split(' '), StringComparer.Ordinal);
        var byCode = district.Divisions.ToDictionary(d => d.Code, StringComparer.Ordinal);
        DemoDivision[] communities = [.. district.Divisions.Where(d => d.Level is DemoLevel.Community)];
        var (taken, plates) = (new HashSet<(string, string)>(), new HashSet<(string, string, string)>());
        for (var (index, made, built) = (0, 0, 0); built < rooms; index++)
        {
            var dice = Dice.For(seed, Draw.Estate, index);
            var community = communities[index % communities.Length];
            var name = Name(names, ref dice);
            var road = dice.Pick(names["roads"]);
            var number = Number(ref dice);
            if (!taken.Add((community.Code, name)) || !plates.Add((community.Code, road, number))) continue;
            var estate = new DemoEstate(made++, community, byCode[community.ParentCode!], road, number, name,
                dice.Chance(0.3) ? Name(names, ref dice)[..^1] + "社" : null, dice.Chance(0.2) ? dice.Pick(names["communities"]) + dice.Pick(Works) + "宿舍" : null,
                Ring.Scatter([.. community.Outline.Skip(1).Select(Metres.From)], ref dice).ToPoint(), Buildings(ref dice));
            built += estate.Buildings.Sum(building => building.Rooms);
            yield return estate;
        }
    }

    /// <summary>The estates and landmarks among the places of the district, which its cases name; an estate has two buildings, a landmark none.</summary>
    public static IEnumerable<DemoEstate> OfPlaces(DemoDistrict district, int seed)
    {
        var names = WordList.Sections("names").ToDictionary(x => x.Key, x => x.Value[0].Split(' '), StringComparer.Ordinal);
        var byCode = district.Divisions.ToDictionary(d => d.Code, StringComparer.Ordinal);
        foreach (var (index, place) in district.Places.Where(place => place.Kind is not "junction").Index())
        {
            var (dice, community) = (Dice.For(seed, Draw.Estate, index), byCode[byCode[place.GridCode].ParentCode!]);
            var estate = place.Kind is "estate";
            yield return new(index, community, byCode[community.ParentCode!], place.Road, place.Number.ToString(CultureInfo.InvariantCulture), place.Name,
                estate && dice.Chance(0.3) ? Name(names, ref dice)[..^1] + "社" : null, estate && dice.Chance(0.3) ? dice.Pick(names["communities"]) + dice.Pick(Works) + "宿舍" : null,
                place.At, estate ? [.. Buildings(ref dice).Take(2)] : []);
        }
    }

    private static readonly string[] Works = ["机械厂", "纺织厂", "粮站", "供销社", "运输队", "食品厂", "印刷厂", "水泥厂"];

    private static string Name(Dictionary<string, string[]> names, ref Dice dice)
    {
        var head = dice.Pick(names["estate-heads"]);
        return (dice.Chance(0.25) ? head : head + dice.Pick(names["estate-heads"])) + dice.Pick(names["estate-tails"]);
    }

    private static string Number(ref Dice dice)
    {
        var number = dice.Between(1, 400).ToString(CultureInfo.InvariantCulture);
        return dice.Chance(0.1) ? $"{number}-{dice.Between(1, 9)}" : number;
    }

    /// <summary>Old estates have low houses with several units, new ones towers; a few count by letters.</summary>
    private static List<DemoBuilding> Buildings(ref Dice dice)
    {
        var (old, letters) = (dice.Chance(0.5), dice.Chance(0.1));
        var buildings = new List<DemoBuilding>();
        for (var i = 1; i <= (letters ? 6 : dice.Between(2, 24)); i++)
            buildings.Add(new(letters ? ((char)('A' + i - 1)).ToString() : i.ToString(CultureInfo.InvariantCulture),
                old ? dice.Between(2, 5) : dice.Chance(0.5) ? 0 : dice.Between(1, 2), old ? dice.Between(5, 7) : dice.Between(11, 33), old ? 2 : dice.Between(2, 4)));
        return buildings;
    }
}
