using System.Globalization;

namespace Linli.Demo;

/// <summary>Moves invented people into the rooms of the estates, and shops into their ground floors; the same seed always moves the same.</summary>
public static class DemoHomes
{
    private const string IdWeights = "10X98765432", CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Around = 100;
    private const double Step = 0.00001;   // about a metre
    private static readonly string[] Kinds = ["lamp", "manhole", "hydrant", "tree", "bin", "sign"];
    private const int OldestBorn = 1932, YoungestBorn = 2025;
    private static readonly string[] Foods = ["面馆", "小吃店", "早餐铺", "火锅店", "茶饮店"], Shops = ["便利店", "水果店", "文具店", "五金店", "药店"], Services = ["理发店", "洗衣店", "维修部", "快递站", "家政服务部"], Offices = ["科技有限公司", "贸易有限公司", "设计有限公司"];

    /// <summary>The rooms of estates, one after the other.</summary>
    public static IEnumerable<DemoHome> Settle(IEnumerable<DemoEstate> estates, int seed)
    {
        var (names, index) = (new Names(), 0);
        foreach (var estate in estates)
            foreach (var building in estate.Buildings)
                for (var unit = Math.Min(building.Units, 1); unit <= building.Units; unit++)
                    for (var floor = 1; floor <= building.Floors; floor++)
                        for (var door = 1; door <= building.Doors; door++)
                            yield return Home(estate, building, unit, floor * 100 + door, names, seed, index++);
    }

    /// <summary>Shops, some for each estate.</summary>
    public static IEnumerable<DemoShop> Open(IEnumerable<DemoEstate> estates, int seed, int each = 4)
    {
        var (names, index) = (new Names(), 0);
        foreach (var estate in estates)
            for (var i = 0; i < each; i++)
            {
                var dice = Dice.For(seed, Draw.Shop, index++);
                var head = names.Person(ref dice);
                var (trade, kind) = dice.Below(4) switch { 0 => ("food", dice.Pick(Foods)), 1 => ("retail", dice.Pick(Shops)), 2 => ("service", dice.Pick(Services)), _ => ("office", dice.Pick(Offices)) };
                yield return new(estate, $"{estate.Name[..2]}{head[1..]}{kind}", CreditCode(index), trade, $"{estate.Community.Name}{estate.Road}{estate.Number}号{i + 1}铺", estate.At, dice.Between(1, trade == "office" ? 60 : 12), head, Names.ReporterPhone(5_000_000 + index));
            }
    }

    /// <summary>Lamps, trees and other things of the city, some beside each estate.</summary>
    public static IEnumerable<DemoFixture> Furnish(IEnumerable<DemoEstate> estates, int seed, int each = 3)
    {
        var index = 0;
        foreach (var estate in estates)
            for (var i = 0; i < each; i++)
            {
                var dice = Dice.For(seed, Draw.Fixture, index++);
                var at = new DemoPoint(estate.At.Lon + dice.Between(-Around, Around) * Step, estate.At.Lat + dice.Between(-Around, Around) * Step);
                yield return new(estate, $"BJ{index:0000000}", dice.Pick(Kinds), dice.Chance(0.08), $"{estate.Community.Name}{estate.Road}{estate.Number}号门前", at);
            }
    }

    private static DemoHome Home(DemoEstate estate, DemoBuilding building, int unit, int room, Names names, int seed, int index)
    {
        var dice = Dice.For(seed, Draw.Home, index);
        var use = dice.Chance(0.62) ? "owned" : dice.Chance(0.8) ? "rented" : "empty";
        var door = $"{building.Name}栋{(unit == 0 ? "" : $"{unit}单元")}{room.ToString(CultureInfo.InvariantCulture)}室";
        var people = new List<DemoPerson>();
        var surname = names.Person(ref dice)[..1];
        for (var i = 0; use != "empty" && i < Size(ref dice); i++)
        {
            var child = i >= 2 && dice.Chance(0.7);
            var born = new DateOnly(child ? dice.Between(2008, YoungestBorn) : dice.Chance(0.25) ? dice.Between(OldestBorn, 1961) : dice.Between(1962, 2004), dice.Between(1, 12), dice.Between(1, 28));
            var given = names.Person(ref dice);
            var female = dice.Chance(0.5);
            people.Add(new((i == 0 || child ? surname : given[..1]) + given[1..], IdNumber(born, female, index * 8 + i), child ? null : Names.ReporterPhone(index * 4 % 4_999_990 + i % 4), female, born, use == "owned" || dice.Chance(0.2)));
        }
        return new(estate, $"{estate.Community.Name}{estate.Road}{estate.Number}号{estate.Name}{door}", door, estate.At, use, dice.Between(45, 140), people);
    }

    private static int Size(ref Dice dice) => dice.Chance(0.25) ? 1 : dice.Between(2, 5);

    /// <summary>GB 11643; the sequence holds the sex, the day some of what it has no room for.</summary>
    private static string IdNumber(DateOnly born, bool female, int number)
    {
        var sequence = number % 499 * 2 + (female ? 2 : 1);
        var text = $"990101{born.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{sequence:000}";
        var sum = 0;
        foreach (var digit in text) sum = (sum + digit - '0') * 2 % 11;
        return text + IdWeights[sum];
    }

    /// <summary>GB 32100.</summary>
    private static string CreditCode(int number)
    {
        var (text, sum, weight) = ($"91990101MA{number:0000000}", 0, 1);
        foreach (var character in text)
        {
            sum += CreditAlphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return text + CreditAlphabet[(31 - sum % 31) % 31];
    }
}
